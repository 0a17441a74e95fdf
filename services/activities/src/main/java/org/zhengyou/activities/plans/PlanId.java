package org.zhengyou.activities.plans;

import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.RefersTo;

/** 实施方案、活动方案 (S51, S53): the id of one version of an organisation's plan. */
@RefersTo(view = "activities/plan-cascade", name = "labelZh", by = "plan")
public record PlanId(String value) implements Identifier {
    /** Checks its form. */
    public PlanId {
        value = Identifier.checked(value);
    }
}
