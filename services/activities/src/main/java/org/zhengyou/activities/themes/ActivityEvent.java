package org.zhengyou.activities.themes;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.campaign.CampaignId;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.kit.decide.Concern;

/** 五项活动 (S57-S63, S36). What happened to an activity. */
public sealed interface ActivityEvent {
    /** The activity concerned. */
    ActivityId activity();

    /** What it says of itself to everybody. */
    default Concern concern() {
        return switch (this) {
            case ActivityPlanned e -> Concern.of(e.organization(), "S57");
            case ActivityHeld e ->
                    Concern.of(e.organization(), "S57", "S58", "S59", "S70", "S98")
                            .and(e.lecturer());
            case AttendanceRecorded e -> Concern.of(e.branch(), "S36");
        };
    }

    /**
     * 活动已计划 (S57).
     *
     * @param activity its id
     * @param campaign the campaign
     * @param organization who is to hold it
     * @param theme one of the five
     * @param form how
     * @param titleZh its title
     * @param plannedFor the day
     */
    record ActivityPlanned(
            ActivityId activity,
            CampaignId campaign,
            OrganizationId organization,
            ActivityTheme theme,
            String form,
            String titleZh,
            LocalDate plannedFor)
            implements ActivityEvent {}

    /**
     * 活动已开展 (S57-S63, S70).
     *
     * @param activity its id
     * @param campaign the campaign
     * @param organization who held it
     * @param theme one of the five
     * @param form how
     * @param lecturer who gave the lecture, if one was given
     */
    record ActivityHeld(
            ActivityId activity,
            CampaignId campaign,
            OrganizationId organization,
            ActivityTheme theme,
            String form,
            @Nullable MemberId lecturer)
            implements ActivityEvent {}

    /**
     * 出席已登记 (S36). One event per branch whose members are named.
     *
     * @param activity its id
     * @param organization who held it
     * @param branch the branch to which all those named belonged on the day of the activity
     * @param theme one of the five
     * @param present who was present
     * @param excused who was excused
     */
    record AttendanceRecorded(
            ActivityId activity,
            OrganizationId organization,
            OrganizationId branch,
            ActivityTheme theme,
            List<MemberId> present,
            List<MemberId> excused)
            implements ActivityEvent {
        /** Copies the lists. */
        public AttendanceRecorded {
            present = List.copyOf(present);
            excused = List.copyOf(excused);
        }
    }
}
