package org.zhengyou.commendations.directory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.view.Withdrawal;

/** The facts of other services that rules here need, with the fields they need. */
public final class ForeignFacts {
    private ForeignFacts() {}

    /** Facts of the activities service, to listen to. */
    public static final List<Class<?>> ACTIVITIES =
            List.of(
                    CampaignLaunched.class,
                    PhaseDefined.class,
                    PhaseOpened.class,
                    PhaseClosed.class,
                    ActivityHeld.class,
                    AttendanceRecorded.class,
                    AttendanceAnnulled.class);

    /** Facts of the evaluations service, to listen to. */
    public static final List<Class<?>> EVALUATIONS =
            List.of(CriteriaSchemePublished.class, ReviewResultDetermined.class);

    /**
     * 活动已启动 (S2).
     *
     * @param campaign the campaign
     */
    public record CampaignLaunched(String campaign) {}

    /**
     * 阶段已确定 (S46).
     *
     * @param campaign the campaign
     * @param phase its number, 1 to 4
     * @param from its first day
     * @param to its last day; null while it is not known
     */
    public record PhaseDefined(
            String campaign, int phase, LocalDate from, @Nullable LocalDate to) {}

    /**
     * 阶段已开启 (S46).
     *
     * @param campaign the campaign
     * @param phase its number
     */
    public record PhaseOpened(String campaign, int phase) {}

    /**
     * 阶段已结束 (S46).
     *
     * @param campaign the campaign
     * @param phase its number
     */
    public record PhaseClosed(String campaign, int phase) {}

    /**
     * 活动已开展 (S57).
     *
     * @param activity its id
     * @param organization who held it
     * @param theme one of the five
     */
    public record ActivityHeld(String activity, String organization, String theme) {}

    /**
     * 出席已登记 (S36).
     *
     * @param activity the activity
     * @param branch the branch of those named
     * @param theme one of the five
     * @param present who was present
     */
    public record AttendanceRecorded(
            String activity, String branch, String theme, List<String> present) {
        /** Copies the list. */
        public AttendanceRecorded {
            present = List.copyOf(present);
        }
    }

    /**
     * 出席记录已撤销 (S36).
     *
     * @param activity the activity
     * @param branch the branch under which they were recorded
     * @param members whose attendance is withdrawn
     */
    public record AttendanceAnnulled(String activity, String branch, List<String> members)
            implements Withdrawal {
        /** Copies the list. */
        public AttendanceAnnulled {
            members = List.copyOf(members);
        }
    }

    /**
     * 标准已公布 (S8, S26).
     *
     * @param scheme the scheme
     * @param appliesTo whom it judges: ORGANIZATION, STAFF, STUDENT or PARTY_AFFAIRS_WORKER
     */
    public record CriteriaSchemePublished(String scheme, String appliesTo) {}

    /**
     * 评议考核结果已确定 (S115).
     *
     * @param review the review
     * @param year the year of its cycle
     * @param subject who was reviewed
     * @param grade EXCELLENT, GOOD, FAIR or POOR
     */
    public record ReviewResultDetermined(String review, int year, String subject, String grade) {}
}
