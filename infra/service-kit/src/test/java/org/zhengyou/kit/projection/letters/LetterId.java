package org.zhengyou.kit.projection.letters;

import org.zhengyou.kit.decide.Identifier;

/** The id of a letter. */
public record LetterId(String value) implements Identifier {
    /** Refuses what is no identifier. */
    public LetterId {
        value = Identifier.checked(value);
    }
}
