package org.zhengyou.activities.projects;

import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.campaign.CampaignId;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.New;
import org.zhengyou.kit.validation.Digest;
import org.zhengyou.kit.validation.Text;

/** 党员项目 (S60). What an organisation does about a project of its members. */
public sealed interface MemberProjectCommand {
    /** The project concerned. */
    ProjectId project();

    /** The campaign whose phases are asked; null if none are. */
    default @Nullable CampaignId campaign() {
        return null;
    }

    /**
     * 设立党员项目 (S60). In phase 2 or 3, by the day on which the project begins.
     *
     * @param project a new random id
     * @param campaign the campaign
     * @param organization whose project it is
     * @param undertaking what is to be done, led by a member of the organisation or of one below it
     */
    @Allowed(function = OfficeFunction.IMPLEMENT, over = "organization", clause = "S60")
    record StartMemberProject(
            @New ProjectId project,
            CampaignId campaign,
            OrganizationId organization,
            Undertaking undertaking)
            implements MemberProjectCommand {}

    /**
     * 党员项目结项 (S60). From the project's first day on, whatever phase is open; the lead is a member
     * still.
     *
     * @param project a project that was started
     * @param outcome whether its goal was achieved
     * @param resultZh what came of it, 1 to 1000 characters; names no person
     * @param evidenceDigest digest of the document that shows it
     */
    @Allowed(function = OfficeFunction.IMPLEMENT, clause = "S60")
    record ConcludeMemberProject(
            ProjectId project,
            Outcome outcome,
            @Text(max = 1000) String resultZh,
            @Digest String evidenceDigest)
            implements MemberProjectCommand {}

    /** 目标实现情况. Whether a goal was achieved. */
    enum Outcome {
        ACHIEVED,
        PARTLY,
        NOT_ACHIEVED
    }
}
