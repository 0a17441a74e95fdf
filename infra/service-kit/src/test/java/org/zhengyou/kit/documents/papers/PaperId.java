package org.zhengyou.kit.documents.papers;

import org.zhengyou.kit.decide.Identifier;

/** The id of a paper. */
public record PaperId(String value) implements Identifier {
    /** Refuses what is no identifier. */
    public PaperId {
        value = Identifier.checked(value);
    }
}
