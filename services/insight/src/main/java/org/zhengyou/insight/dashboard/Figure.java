package org.zhengyou.insight.dashboard;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is counted of every organisation, and the event that says it. */
public enum Figure {
    /** 方案已制定 (S51, S53): a plan of its own. */
    PLAN_ADOPTED("activities.PlanAdopted"),
    /** 方案已传达 (S52): a plan from above. */
    PLAN_CONVEYED("activities.PlanConveyed"),
    /** 方案已签收 (S52). */
    PLAN_ACKNOWLEDGED("activities.PlanAcknowledged"),
    /** 动员会已召开 (S51, S54). */
    MOBILIZATION_MEETING(null),
    /** 活动已开展 (S57). */
    ACTIVITY(null),
    /** 述职报告已提交 (S110-S112): in a review that belongs to the organisation. */
    DUTY_REPORT("evaluations.DutyReportFiled"),
    /** 评议考核结果已确定 (S115): of such a review. Never which: a grade is told to its audience only. */
    REVIEW_RESULT("evaluations.ReviewResultDetermined"),
    /** 基层申报已提交 (S83). */
    NOMINATION("commendations.NominationFiled"),
    /** 表彰已授予 (S69, S84): on a nomination of the organisation. */
    COMMENDATION("commendations.CommendationConferred");

    private final @Nullable String type;

    Figure(@Nullable String type) {
        this.type = type;
    }

    /** The stored name of the events whose envelope says it; null if their fields are read. */
    @Nullable String type() {
        return type;
    }

    /** What the envelope of an event of this type says; nothing for most. */
    static Optional<Figure> of(String type) {
        return Arrays.stream(values()).filter(one -> type.equals(one.type)).findFirst();
    }
}
