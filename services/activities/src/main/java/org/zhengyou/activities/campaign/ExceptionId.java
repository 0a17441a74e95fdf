package org.zhengyou.activities.campaign;

import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.RefersTo;

/** 阶段例外 (P-PHASE-EXCEPTION): the id of an exception from the phases. */
@RefersTo(view = "activities/phase-exceptions", name = "reason")
public record ExceptionId(String value) implements Identifier {
    /** Checks its form. */
    public ExceptionId {
        value = Identifier.checked(value);
    }
}
