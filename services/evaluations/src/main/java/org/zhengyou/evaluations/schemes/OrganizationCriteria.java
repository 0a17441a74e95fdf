package org.zhengyou.evaluations.schemes;

/** 五好四强 (S10-S23). The nine criteria for organisations. */
public enum OrganizationCriteria {
    /** 领导班子好 (S10). */
    GOOD_LEADING_TEAM,
    /** 党员队伍好 (S11). */
    GOOD_MEMBERSHIP,
    /** 工作机制好 (S12). */
    GOOD_MECHANISM,
    /** 工作业绩好 (S13). */
    GOOD_PERFORMANCE,
    /** 师生反映好 (S16). */
    GOOD_STANDING_WITH_TEACHERS_AND_STUDENTS,
    /** 推动发展强 (S18). */
    STRONG_DEVELOPMENT,
    /** 服务师生强 (S19). */
    STRONG_SERVICE,
    /** 凝聚人心强 (S21). */
    STRONG_COHESION,
    /** 促进和谐强 (S23). */
    STRONG_HARMONY
}
