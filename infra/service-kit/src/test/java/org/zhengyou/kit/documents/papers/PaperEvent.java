package org.zhengyou.kit.documents.papers;

import java.util.List;

/** What happened to papers. */
public sealed interface PaperEvent {
    /** The paper it is about. */
    PaperId paper();

    /** It was filed, or filed anew. */
    record PaperFiled(
            PaperId paper, String to, String documentDigest, List<PaperCommand.Annex> annexes)
            implements PaperEvent {
        /** Copies the list. */
        public PaperFiled {
            annexes = List.copyOf(annexes);
        }
    }
}
