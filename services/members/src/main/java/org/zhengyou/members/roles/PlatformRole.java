package org.zhengyou.members.roles;

/** 平台角色 (P-ROLES). What no office gives: a part in the platform itself. */
public enum PlatformRole {
    /** 上级授权. */
    SETUP,
    /** 运维. */
    OPERATOR,
    /** 审计. */
    AUDITOR
}
