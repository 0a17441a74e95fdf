package org.zhengyou.activities.plans;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.campaign.CampaignId;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.New;
import org.zhengyou.kit.validation.Digest;
import org.zhengyou.kit.validation.Distinct;
import org.zhengyou.kit.validation.Text;

/** 实施方案、活动方案 (S51-S53, S55). What organisations do with their plans. */
public sealed interface PlanCommand {
    /** The plan concerned. */
    PlanId plan();

    /** The campaign it belongs to. */
    CampaignId campaign();

    /**
     * 制定方案 (S51, S53). An organisation adopts its plan, or the next version of it. The first one is
     * adopted in phase 1; a version in force is replaced by the next.
     *
     * @param plan a new random id, one per version
     * @param campaign the campaign
     * @param organization whose plan
     * @param level UNIVERSITY for the committee, SECOND_TIER for a general or direct branch, BRANCH
     * @param parentPlan the plan above it, in force; absent for the university plan only
     * @param documentDigest SHA-256 of the plan in hexadecimal
     */
    @Allowed(function = OfficeFunction.IMPLEMENT, level = Allowed.Level.COMMITTEE, clause = "S51")
    @Allowed(function = OfficeFunction.IMPLEMENT, over = "organization", clause = "S53")
    record AdoptPlan(
            @New PlanId plan,
            CampaignId campaign,
            OrganizationId organization,
            PlanLevel level,
            @Nullable PlanId parentPlan,
            @Digest String documentDigest)
            implements PlanCommand {}

    /**
     * 传达方案 (S52). The plan is conveyed to an organisation directly below.
     *
     * @param plan the plan
     * @param campaign the campaign
     * @param organization the receiver
     */
    @Allowed(function = OfficeFunction.IMPLEMENT, clause = "S52")
    record ConveyPlan(PlanId plan, CampaignId campaign, OrganizationId organization)
            implements PlanCommand {}

    /**
     * 签收方案 (S52). The receiver confirms that the plan reached it.
     *
     * @param plan the plan
     * @param campaign the campaign
     * @param organization the receiver
     */
    @Allowed(function = OfficeFunction.IMPLEMENT, over = "organization", clause = "S52")
    record AcknowledgePlan(PlanId plan, CampaignId campaign, OrganizationId organization)
            implements PlanCommand {}

    /**
     * 落实到党员 (S55). A branch gives members their part of its plan.
     *
     * @param plan the branch's plan
     * @param campaign the campaign
     * @param taskZh what they are to do; at most 100 characters; names no person
     * @param members members of that branch on the effective date, 1 to 1000
     */
    @Allowed(function = OfficeFunction.IMPLEMENT, clause = "S55")
    record AssignPlanTask(
            PlanId plan,
            CampaignId campaign,
            @Text(max = 100) String taskZh,
            @Size(min = 1, max = 1000) @Distinct List<MemberId> members)
            implements PlanCommand {}
}
