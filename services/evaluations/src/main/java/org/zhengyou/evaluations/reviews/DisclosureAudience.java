package org.zhengyou.evaluations.reviews;

/** 通报范围 (S115). To whom a result is disclosed. There is no "everyone" (Q12). */
public enum DisclosureAudience {
    /** 述职对象本人: the member, or the organisation's secretary and leaders. */
    SUBJECT,
    /** 所在党组织: those of its members who are named, and its leaders. */
    ORGANIZATION,
    /** 党总支（直属党支部）负责人: the leaders of the second-tier organisation. */
    SECOND_TIER,
    /** 学校党委. */
    COMMITTEE
}
