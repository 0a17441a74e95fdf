package org.zhengyou.commendations.eligibility;

/** 规则结论 (S116). How a rule came out. */
public enum RuleOutcome {
    /** 符合. */
    MET,
    /** 不符合. */
    NOT_MET,
    /** 不适用: the rule says nothing about this category. */
    NOT_APPLICABLE
}
