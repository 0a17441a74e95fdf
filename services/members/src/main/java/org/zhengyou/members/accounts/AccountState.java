package org.zhengyou.members.accounts;

/** 账号状态 (P-ACCOUNTS). Whether a member can sign in. */
public enum AccountState {
    /** 无账号. */
    NONE,
    /** 已邀请. */
    INVITED,
    /** 已开通. */
    LINKED
}
