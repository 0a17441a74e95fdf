package org.zhengyou.insight.facts;

/** Whether a review is about an organisation or a person. */
public enum SubjectKind {
    /** 党组织. */
    ORGANIZATION,
    /** 党员. */
    MEMBER
}
