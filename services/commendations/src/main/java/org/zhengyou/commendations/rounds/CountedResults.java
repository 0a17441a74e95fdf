package org.zhengyou.commendations.rounds;

/** 计入的考核结果 (S116). Which of the review results inside the period must be at least GOOD. */
public enum CountedResults {
    /** 每一年度. */
    EVERY,
    /** 最近年度. */
    LATEST
}
