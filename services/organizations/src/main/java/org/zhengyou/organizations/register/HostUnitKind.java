package org.zhengyou.organizations.register;

/** 所在单位类别 (S11, S12). What kind of unit an organisation belongs to. */
public enum HostUnitKind {
    /** 二级学院. */
    COLLEGE,
    /** 机关教辅单位. */
    OFFICE_OR_SUPPORT
}
