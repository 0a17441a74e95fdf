package org.zhengyou.evaluations.schemes;

/** 四个模范、四强 (S29, S30). The eight criteria for student members. */
public enum StudentCriteria {
    /** 自觉学习的模范. */
    MODEL_STUDY,
    /** 热心服务的模范. */
    MODEL_SERVICE,
    /** 创新实践的模范. */
    MODEL_PRACTICE,
    /** 遵纪守法的模范. */
    MODEL_LAW,
    /** 使命感强. */
    STRONG_MISSION,
    /** 求知欲强. */
    STRONG_LEARNING,
    /** 工作能力强. */
    STRONG_ABILITY,
    /** 综合实力强. */
    STRONG_WELLBEING
}
