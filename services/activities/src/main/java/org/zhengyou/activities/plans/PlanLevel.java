package org.zhengyou.activities.plans;

/** 方案层级 (S51, S53). Where in the cascade a plan stands. */
public enum PlanLevel {
    /** 学校活动实施方案: of the university Party committee. */
    UNIVERSITY,
    /** 党总支（直属党支部）活动方案: cites the university plan. */
    SECOND_TIER,
    /** 党支部活动方案: cites the plan of the general branch above it. */
    BRANCH
}
