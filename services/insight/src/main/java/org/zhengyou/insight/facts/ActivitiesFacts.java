package org.zhengyou.insight.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts of the activities service. */
public final class ActivitiesFacts {
    private ActivitiesFacts() {}

    /** All of them, to listen to. */
    public static final List<Class<?>> ALL =
            List.of(
                    DirectiveRegistered.class,
                    CampaignLaunched.class,
                    PhaseDefined.class,
                    PhaseOpened.class,
                    PhaseClosed.class,
                    MilestoneDateFixed.class,
                    CampaignClosed.class,
                    PlanAdopted.class,
                    PlanConveyed.class,
                    PlanAcknowledged.class,
                    MobilizationMeetingHeld.class,
                    PlanTaskAssigned.class,
                    ActivityPlanned.class,
                    ActivityHeld.class,
                    AttendanceRecorded.class);

    /**
     * 依据文件已登记 (S1).
     *
     * @param directive its id
     */
    public record DirectiveRegistered(String directive) implements Told {}

    /**
     * 活动已启动 (S2).
     *
     * @param organization the university Party committee
     */
    public record CampaignLaunched(String organization) implements Told {}

    /**
     * 阶段已确定 (S46).
     *
     * @param phase 1 to 4
     */
    public record PhaseDefined(int phase) implements Told {}

    /**
     * 阶段已开启 (S46).
     *
     * @param phase 1 to 4
     */
    public record PhaseOpened(int phase) implements Told {}

    /**
     * 阶段已结束 (S46).
     *
     * @param phase 1 to 4
     */
    public record PhaseClosed(int phase) implements Told {}

    /**
     * 节点日期已确定 (S3).
     *
     * @param milestone which
     */
    public record MilestoneDateFixed(String milestone) implements Told {}

    /**
     * 活动已结束 (S3).
     *
     * @param campaign its id
     */
    public record CampaignClosed(String campaign) implements Told {}

    /**
     * 方案已制定 (S51, S53).
     *
     * @param plan its id
     * @param organization whose plan
     */
    public record PlanAdopted(String plan, String organization) implements Told {}

    /**
     * 方案已传达 (S52).
     *
     * @param plan the plan
     * @param organization the receiver
     */
    public record PlanConveyed(String plan, String organization) implements Told {}

    /**
     * 方案已签收 (S52).
     *
     * @param plan the plan
     * @param organization the receiver
     */
    public record PlanAcknowledged(String plan, String organization) implements Told {}

    /**
     * 动员会已召开 (S51, S54).
     *
     * @param organization who held it
     */
    public record MobilizationMeetingHeld(String organization) implements Told {}

    /**
     * 方案已落实到党员 (S55).
     *
     * @param organization the branch
     */
    public record PlanTaskAssigned(String organization) implements Told {}

    /**
     * 活动已计划 (S57).
     *
     * @param organization who is to hold it
     */
    public record ActivityPlanned(String organization) implements Told {}

    /**
     * 活动已开展 (S57-S63, S70).
     *
     * @param activity its id
     * @param organization who held it
     * @param theme one of the five
     * @param lecturer who gave a lecture, if one was given
     */
    public record ActivityHeld(
            String activity, String organization, String theme, @Nullable String lecturer)
            implements Told {
        @Override
        public List<String> persons() {
            return lecturer == null ? List.of() : List.of(lecturer);
        }
    }

    /**
     * 出席已登记 (S36).
     *
     * @param organization who held the activity
     * @param branch the branch of those named
     * @param theme one of the five
     * @param present who was present
     */
    public record AttendanceRecorded(
            String organization, String branch, String theme, List<String> present)
            implements Told {}
}
