package org.zhengyou.evaluations.schemes;

/** 五个模范、五带五争 (S27, S28). The ten criteria for staff members; a pair of 带 and 争 is one. */
public enum StaffCriteria {
    /** 自觉学习的模范. */
    MODEL_STUDY,
    /** 执行政策的模范. */
    MODEL_POLICY,
    /** 服务师生的模范. */
    MODEL_SERVICE,
    /** 爱岗敬业的模范. */
    MODEL_POST,
    /** 遵纪守法的模范. */
    MODEL_LAW,
    /** 勤学标兵. */
    LEAD_STUDY,
    /** 为民先锋. */
    LEAD_SERVICE,
    /** 敬业模范. */
    LEAD_ACHIEVEMENT,
    /** 自律表率. */
    LEAD_LAW,
    /** 和谐卫士. */
    LEAD_RIGHTEOUSNESS
}
