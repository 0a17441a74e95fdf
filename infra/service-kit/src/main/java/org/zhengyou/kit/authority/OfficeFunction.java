package org.zhengyou.kit.authority;

/**
 * 四项职能 (S93). The four functions of the office: the permission sets; every command belongs to one.
 */
public enum OfficeFunction {
    /** 领导指导. */
    GUIDE,
    /** 组织实施. */
    IMPLEMENT,
    /** 督促检查. */
    SUPERVISE,
    /** 考核评比. */
    APPRAISE
}
