package org.zhengyou.organizations.bodies;

/** 活动办公室层级 (S91, S94). Whose campaign office it is. */
public enum CampaignOfficeLevel {
    /** 学校活动办公室. */
    UNIVERSITY,
    /** 党总支（直属党支部）活动办公室. */
    UNIT
}
