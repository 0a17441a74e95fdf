package org.zhengyou.commendations.directory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
                    AttendanceRecorded.class);

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
     * @param organization who held it
     * @param theme one of the five
     */
    public record ActivityHeld(String organization, String theme) {}

    /**
     * 出席已登记 (S36).
     *
     * @param theme one of the five
     * @param present who was present
     */
    public record AttendanceRecorded(String theme, List<String> present) {
        /** Copies the list. */
        public AttendanceRecorded {
            present = List.copyOf(present);
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
