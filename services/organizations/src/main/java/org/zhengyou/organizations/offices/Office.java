package org.zhengyou.organizations.offices;

/** 职务 (S90). An office of a Party organisation. */
public enum Office {
    /** 书记: one at a time. */
    SECRETARY,
    /** 副书记: one or several. */
    DEPUTY_SECRETARY,
    /** 委员. */
    COMMITTEE_MEMBER
}
