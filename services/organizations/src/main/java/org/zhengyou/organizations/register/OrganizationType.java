package org.zhengyou.organizations.register;

/** 党组织类型 (S6). What kind of Party organisation it is; never changes. */
public enum OrganizationType {
    /** 学校党委. */
    PARTY_COMMITTEE,
    /** 党总支. */
    GENERAL_BRANCH,
    /** 直属党支部: a branch directly under the committee; second tier and branch at once (Q17). */
    DIRECT_BRANCH,
    /** 党支部. */
    BRANCH;

    /** 党总支（直属党支部）. */
    public boolean isSecondTier() {
        return this == GENERAL_BRANCH || this == DIRECT_BRANCH;
    }

    /** The only type of organisation that this one stands under. */
    OrganizationType above() {
        return this == BRANCH ? GENERAL_BRANCH : PARTY_COMMITTEE;
    }
}
