package org.zhengyou.activities.campaign;

/** 重大节点 (S46). Exactly two; each gets its date by an event of its own. */
public enum Milestone {
    /** 建党90周年. */
    NINETIETH_ANNIVERSARY,
    /** 党的十八大: the campaign ends before it convenes (S3). */
    EIGHTEENTH_CONGRESS
}
