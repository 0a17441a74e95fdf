package org.zhengyou.evaluations.cycles;

import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.RefersTo;

/** 年终述职考核周期 (S109): the id of a review cycle. */
@RefersTo(view = "evaluations/review-cycles", name = "year")
public record CycleId(String value) implements Identifier {
    /** Checks its form. */
    public CycleId {
        value = Identifier.checked(value);
    }
}
