package org.zhengyou.evaluations.reviews;

import org.jspecify.annotations.Nullable;

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

    /** The person who is the subject; null where an organisation is. */
    @Nullable SubjectId person(SubjectId subject) {
        return this == MEMBER ? subject : null;
    }

    /** The clause that makes them report. */
    String clause() {
        return clause;
    }
}
