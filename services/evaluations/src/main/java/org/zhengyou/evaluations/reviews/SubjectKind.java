package org.zhengyou.evaluations.reviews;

/** 述职对象 (S110, S111). Whether a review is about an organisation or about a member. */
public enum SubjectKind {
    /** 党组织: its secretary reports. */
    ORGANIZATION("S110"),
    /** 党员: the member reports. */
    MEMBER("S111");

    private final String clause;

    SubjectKind(String clause) {
        this.clause = clause;
    }

    /** The clause that makes them report. */
    String clause() {
        return clause;
    }
}
