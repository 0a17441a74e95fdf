package org.zhengyou.organizations.bodies;

/** 工作组 (S92). Exactly three. */
public enum WorkingGroupKind {
    /** 综合组. */
    GENERAL,
    /** 宣传组. */
    PUBLICITY,
    /** 督导组. */
    SUPERVISION
}
