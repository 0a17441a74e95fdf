package org.zhengyou.activities.themes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.campaign.CampaignId;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.New;
import org.zhengyou.kit.decide.RefersTo;
import org.zhengyou.kit.validation.Text;

/** 五项活动 (S57-S63). What an organisation does about an activity. */
public sealed interface ActivityCommand {
    /** The activity concerned. */
    ActivityId activity();

    /** The campaign it belongs to. */
    CampaignId campaign();

    /**
     * 计划活动 (S57). An organisation plans an activity for a day in phase 2 or 3.
     *
     * @param activity a new random id
     * @param campaign the campaign
     * @param organization who is to hold it
     * @param theme one of the five
     * @param form how; any text of at most 40 characters, or a code of the view activity-forms
     * @param titleZh its title; at most 200 characters; names no person
     * @param plannedFor the day, not before the effective date
     */
    @Allowed(function = OfficeFunction.IMPLEMENT, over = "organization", clause = "S57")
    record PlanActivity(
            @New ActivityId activity,
            CampaignId campaign,
            OrganizationId organization,
            ActivityTheme theme,
            @RefersTo(view = "activities/activity-forms", name = "labelZh", by = "form")
                    @Text(max = 40)
                    String form,
            @Text(max = 200) String titleZh,
            LocalDate plannedFor)
            implements ActivityCommand {}

    /**
     * 开展活动 (S57-S63, S70). The planned activity was held on the effective date, which lies in phase
     * 2 or 3.
     *
     * @param activity the planned activity
     * @param campaign the campaign
     * @param lecturer who gave the lecture; required for a Party lecture (S58), and then a leading
     *     cadre on that date
     */
    @Allowed(function = OfficeFunction.IMPLEMENT, clause = "S57")
    record HoldActivity(ActivityId activity, CampaignId campaign, @Nullable MemberId lecturer)
            implements ActivityCommand {}
}
