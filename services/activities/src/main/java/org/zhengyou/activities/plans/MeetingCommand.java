package org.zhengyou.activities.plans;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.zhengyou.activities.campaign.CampaignId;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.New;
import org.zhengyou.kit.validation.Distinct;

/** 动员会 (S51, S54). What may be said of a mobilisation meeting. */
public sealed interface MeetingCommand {
    /** The meeting concerned. */
    MeetingId meeting();

    /** The campaign it belongs to. */
    CampaignId campaign();

    /** The plan it is about. */
    PlanId plan();

    /**
     * 召开动员会 (S51, S54). An organisation held the mobilisation meeting for its plan on the effective
     * date.
     *
     * @param meeting a new random id
     * @param campaign the campaign
     * @param plan the organisation's plan in force
     * @param organization who held it
     * @param present members of the organisation and those below it on that date, 1 to 5000
     */
    @Allowed(function = OfficeFunction.IMPLEMENT, over = "organization", clause = "S54")
    record HoldMobilizationMeeting(
            @New MeetingId meeting,
            CampaignId campaign,
            PlanId plan,
            OrganizationId organization,
            @Size(min = 1, max = 5000) @Distinct List<MemberId> present)
            implements MeetingCommand {}
}
