package org.zhengyou.organizations.bodies;

/** 席位 (S90). A seat in a body. */
public enum Seat {
    /** 组长、主任. */
    HEAD,
    /** 副组长、副主任. */
    DEPUTY_HEAD,
    /** 成员. */
    MEMBER
}
