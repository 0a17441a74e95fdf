package org.zhengyou.activities.themes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.campaign.CampaignId;
import org.zhengyou.activities.campaign.ExceptionId;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.kit.decide.Concern;
import org.zhengyou.kit.json.AbsentIfNull;

/** 五项活动 (S57-S63). What happened to an activity. */
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
     * @param exception by which exception from the phases it is late; null if it is in time
     */
    record ActivityHeld(
            ActivityId activity,
            CampaignId campaign,
            OrganizationId organization,
            ActivityTheme theme,
            String form,
            @Nullable MemberId lecturer,
            @AbsentIfNull @Nullable ExceptionId exception)
            implements ActivityEvent {
        /** In time. */
        public ActivityHeld(
                ActivityId activity,
                CampaignId campaign,
                OrganizationId organization,
                ActivityTheme theme,
                String form,
                @Nullable MemberId lecturer) {
            this(activity, campaign, organization, theme, form, lecturer, null);
        }
    }
}
