package org.zhengyou.kit.documents.papers;

import java.util.List;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.validation.Digest;

/** What may be done with papers. */
public sealed interface PaperCommand {
    /** The paper it is about. */
    PaperId paper();

    /** A part of a paper. */
    record Annex(@Digest String digest) {}

    /** Somebody files a paper for somebody. */
    @Allowed(level = Allowed.Level.SELF, clause = "S1")
    record FilePaper(PaperId paper, String to, @Digest String documentDigest, List<Annex> annexes)
            implements PaperCommand {}
}
