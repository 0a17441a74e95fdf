package org.zhengyou.evaluations.cycles;

import org.zhengyou.kit.decide.Identifier;

/** 年终述职考核周期 (S109): the id of a review cycle. */
public record CycleId(String value) implements Identifier {
    /** Checks its form. */
    public CycleId {
        value = Identifier.checked(value);
    }
}
