package org.zhengyou.evaluations.reviews;

/** 述职对象 (S110, S111). Whether a review is about an organisation or about a member. */
public enum SubjectKind {
    /** 党组织: its secretary reports. */
    ORGANIZATION,
    /** 党员: the member reports. */
    MEMBER
}
