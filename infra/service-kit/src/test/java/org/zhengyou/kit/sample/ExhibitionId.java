package org.zhengyou.kit.sample;

import org.zhengyou.kit.decide.Identifier;

/** The id of an exhibition. */
public record ExhibitionId(String value) implements Identifier {
    /** Refuses what is no identifier. */
    public ExhibitionId {
        value = Identifier.checked(value);
    }
}
