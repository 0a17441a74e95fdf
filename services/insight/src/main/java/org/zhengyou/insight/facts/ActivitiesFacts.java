package org.zhengyou.insight.facts;

import java.util.List;
import org.zhengyou.kit.view.Withdrawal;

/** The facts of the activities service of which more is shown than their envelope says. */
public final class ActivitiesFacts {
    private ActivitiesFacts() {}

    /** All of them. */
    public static final List<Class<?>> ALL =
            List.of(
                    MobilizationMeetingHeld.class,
                    ActivityHeld.class,
                    AttendanceRecorded.class,
                    AttendanceAnnulled.class);

    /**
     * 动员会已召开 (S51, S54). Several events may say so of one meeting.
     *
     * @param meeting its id
     * @param organization who held it
     */
    public record MobilizationMeetingHeld(String meeting, String organization) {}

    /**
     * 活动已开展 (S57-S63, S70).
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
            String activity, String branch, String theme, List<String> present) {}

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
