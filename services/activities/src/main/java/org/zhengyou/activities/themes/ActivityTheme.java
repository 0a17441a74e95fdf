package org.zhengyou.activities.themes;

/** 五项活动 (S57). Exactly five themes, uniform for all organisations. */
public enum ActivityTheme {
    /** 党性教育 (S58). */
    PARTY_SPIRIT_EDUCATION,
    /** 岗位奉献 (S59). */
    POST_DEDICATION,
    /** 服务师生 (S61). */
    SERVING_TEACHERS_AND_STUDENTS,
    /** 亮牌示范 (S63). */
    BADGE_OF_EXAMPLE,
    /** 组织创新 (S65). */
    ORGANIZATIONAL_INNOVATION
}
