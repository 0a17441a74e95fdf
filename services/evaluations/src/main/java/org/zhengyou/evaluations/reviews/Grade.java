package org.zhengyou.evaluations.reviews;

/** 考核等次 (S115). The grade of a review result, best first. */
public enum Grade {
    /** 优秀. */
    EXCELLENT,
    /** 良好. */
    GOOD,
    /** 一般. */
    FAIR,
    /** 较差. */
    POOR
}
