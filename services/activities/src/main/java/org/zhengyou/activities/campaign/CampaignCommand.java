package org.zhengyou.activities.campaign;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.MayLieAhead;
import org.zhengyou.kit.decide.New;
import org.zhengyou.kit.validation.Consistent;
import org.zhengyou.kit.validation.Digest;
import org.zhengyou.kit.validation.Distinct;
import org.zhengyou.kit.validation.Text;
import org.zhengyou.kit.validation.Violation;

/** 创先争优活动 (S2, S3, S46-S50). What the university Party committee says of the campaign. */
public sealed interface CampaignCommand {
    /** The campaign concerned. */
    CampaignId campaign();

    /**
     * 启动活动 (S2). The university Party committee decides to run the campaign.
     *
     * @param campaign a new random id
     * @param organization the university Party committee
     * @param titleZh the campaign's title; at most 200 characters
     * @param decidedOn when the committee decided, not after the effective date
     * @param documentDigest SHA-256 of the decision in hexadecimal
     * @param directives the registered directives it rests on, 1 to 20
     */
    @Allowed(function = OfficeFunction.GUIDE, level = Allowed.Level.COMMITTEE, clause = "S2")
    @MayLieAhead
    record LaunchCampaign(
            @New CampaignId campaign,
            OrganizationId organization,
            @Text(max = 200) String titleZh,
            LocalDate decidedOn,
            @Digest String documentDigest,
            @Size(max = 20) @Distinct List<DirectiveId> directives)
            implements CampaignCommand {}

    /**
     * 确定阶段 (S46). Defines one of the four phases, in their order, without gap or overlap.
     *
     * @param campaign the campaign
     * @param phase 1 to 4
     * @param titleZh the phase's title; at most 100 characters
     * @param from its first day
     * @param to its last day, not before the launch of the campaign; absent for phase 4, which
     *     lasts until the Congress milestone (S50)
     */
    @Allowed(function = OfficeFunction.GUIDE, level = Allowed.Level.COMMITTEE, clause = "S46")
    record DefinePhase(
            CampaignId campaign,
            @Min(1) @Max(4) int phase,
            @Text(max = 100) String titleZh,
            LocalDate from,
            @Nullable LocalDate to)
            implements CampaignCommand, Consistent {
        @Override
        public List<Violation> contradictions() {
            return Violation.unless(
                    to == null || !to.isBefore(from), "to", "must not be before from | 不得早于 from");
        }
    }

    /**
     * 开启阶段 (S46). The phase begins, within its dates and after the one before was closed.
     *
     * @param campaign the campaign
     * @param phase 1 to 4
     */
    @Allowed(function = OfficeFunction.GUIDE, level = Allowed.Level.COMMITTEE, clause = "S46")
    @MayLieAhead
    record OpenPhase(CampaignId campaign, @Min(1) @Max(4) int phase) implements CampaignCommand {}

    /**
     * 结束阶段 (S46). The phase is over: not before its last day, so that no gap opens.
     *
     * @param campaign the campaign
     * @param phase 1 to 4
     */
    @Allowed(function = OfficeFunction.GUIDE, level = Allowed.Level.COMMITTEE, clause = "S46")
    record ClosePhase(CampaignId campaign, @Min(1) @Max(4) int phase) implements CampaignCommand {}

    /**
     * 确定节点日期 (S3, S46). The date of a milestone becomes known.
     *
     * @param campaign the campaign
     * @param milestone which of the two
     * @param on its date, not before the launch of the campaign
     */
    @Allowed(function = OfficeFunction.GUIDE, level = Allowed.Level.COMMITTEE, clause = "S3")
    record FixMilestoneDate(CampaignId campaign, Milestone milestone, LocalDate on)
            implements CampaignCommand {}

    /**
     * 批准阶段例外 (P-PHASE-EXCEPTION). One organisation may still do what belongs to phases that are
     * over; what it does is marked as late.
     *
     * @param exception a new random id
     * @param campaign the campaign
     * @param act what may be done
     * @param organization by whom; nobody above or below
     * @param until the last day on which it may be done, after the end of the phases it belongs to
     * @param reason why, at most 200 characters; names no person
     */
    @Allowed(level = Allowed.Level.COMMITTEE_ITSELF, clause = "P-PHASE-EXCEPTION")
    record GrantPhaseException(
            @New ExceptionId exception,
            CampaignId campaign,
            GatedAct act,
            OrganizationId organization,
            LocalDate until,
            @Text(max = 200) String reason)
            implements CampaignCommand {}

    /**
     * 活动结束 (S3, S5). The campaign ends before the Congress convenes; organisations, members and
     * rules live on.
     *
     * @param campaign the campaign
     */
    @Allowed(function = OfficeFunction.GUIDE, level = Allowed.Level.COMMITTEE, clause = "S3")
    record CloseCampaign(CampaignId campaign) implements CampaignCommand {}
}
