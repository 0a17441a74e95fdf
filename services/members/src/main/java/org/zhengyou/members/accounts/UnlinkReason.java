package org.zhengyou.members.accounts;

/** 停用原因 (P-ACCOUNTS). Why an account was unlinked. */
public enum UnlinkReason {
    /** 本人要求. */
    OWN_WISH,
    /** 密码已为他人所知. */
    KNOWN_TO_OTHERS,
    /** 由非本人开通. */
    NOT_THE_PERSON,
    /** 不再需要. */
    NOT_NEEDED
}
