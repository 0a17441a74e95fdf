package org.zhengyou.evaluations.reviews;

/** 述职范围 (S110, S111). Before whom a duty report is presented. */
public enum PresentationAudience {
    /** 学校党委和党员代表 (S110): for the secretaries of second-tier organisations. */
    COMMITTEE_AND_DELEGATES,
    /** 所在党组织和群众 (S111): for members, and for the secretaries of branches below. */
    ORGANIZATION_AND_MASSES
}
