package org.zhengyou.members.register;

/** 党籍终止原因 (S4). Why a membership here ended. */
public enum EndReason {
    /** 去世. */
    DECEASED,
    /** 退党. */
    LEFT,
    /** 开除党籍. */
    EXPELLED,
    /** 组织关系转出本校. */
    TRANSFERRED_OUT
}
