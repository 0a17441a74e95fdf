package org.zhengyou.insight.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.view.Withdrawal;

/** The facts of the activities service. */
public final class ActivitiesFacts {
    private ActivitiesFacts() {}

    /** All that the dashboard counts. */
    public static final List<Class<?>> ALL =
            List.of(
                    PlanAdopted.class,
                    PlanConveyed.class,
                    PlanAcknowledged.class,
                    MobilizationMeetingHeld.class,
                    ActivityHeld.class,
                    AttendanceRecorded.class,
                    AttendanceAnnulled.class);

    /**
     * 方案已制定 (S51, S53).
     *
     * @param plan its id
     * @param organization whose plan
     */
    public record PlanAdopted(String plan, String organization) {}

    /**
     * 方案已传达 (S52).
     *
     * @param plan the plan
     * @param organization the receiver
     */
    public record PlanConveyed(String plan, String organization) {}

    /**
     * 方案已签收 (S52).
     *
     * @param plan the plan
     * @param organization the receiver
     */
    public record PlanAcknowledged(String plan, String organization) {}

    /**
     * 动员会已召开 (S51, S54).
     *
     * @param organization who held it
     */
    public record MobilizationMeetingHeld(String organization) {}

    /**
     * 活动已开展 (S57-S63, S70).
     *
     * @param activity its id
     * @param organization who held it
     * @param theme one of the five
     * @param lecturer who gave a lecture, if one was given
     */
    public record ActivityHeld(
            String activity, String organization, String theme, @Nullable String lecturer) {}

    /**
     * 出席已登记 (S36).
     *
     * @param activity the activity
     * @param organization who held it
     * @param branch the branch of those named
     * @param theme one of the five
     * @param present who was present
     */
    public record AttendanceRecorded(
            String activity,
            String organization,
            String branch,
            String theme,
            List<String> present) {}

    /**
     * 出席记录已撤销 (S36).
     *
     * @param activity the activity
     * @param branch the branch under which they were recorded
     * @param members whose attendance is withdrawn
     */
    public record AttendanceAnnulled(String activity, String branch, List<String> members)
            implements Withdrawal {}
}
