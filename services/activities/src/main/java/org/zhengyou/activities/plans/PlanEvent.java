package org.zhengyou.activities.plans;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.campaign.CampaignId;
import org.zhengyou.activities.campaign.ExceptionId;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.kit.decide.Concern;
import org.zhengyou.kit.json.AbsentIfNull;

/** 实施方案、活动方案 (S51-S53, S55). What happened to a plan. */
public sealed interface PlanEvent {
    /** The plan concerned. */
    PlanId plan();

    /** What it says of itself to everybody. */
    default Concern concern() {
        return switch (this) {
            case PlanAdopted e -> Concern.of(e.organization(), "S51", "S53");
            case PlanConveyed e -> Concern.of(e.organization(), "S52");
            case PlanAcknowledged e -> Concern.of(e.organization(), "S52");
            case PlanTaskAssigned e -> Concern.of(e.organization(), "S55");
        };
    }

    /**
     * 方案已制定 (S51, S53).
     *
     * @param plan its id
     * @param campaign the campaign
     * @param organization whose plan
     * @param level where it stands in the cascade
     * @param parentPlan the plan above; null for the university plan
     * @param version 1 for the organisation's first plan in this campaign
     * @param replaces the version no longer in force from now on; null for the first
     * @param documentDigest SHA-256 of the plan
     * @param exception by which exception from the phases it is late; null if it is in time
     */
    record PlanAdopted(
            PlanId plan,
            CampaignId campaign,
            OrganizationId organization,
            PlanLevel level,
            @Nullable PlanId parentPlan,
            int version,
            @Nullable PlanId replaces,
            String documentDigest,
            @AbsentIfNull @Nullable ExceptionId exception)
            implements PlanEvent {
        /** In time. */
        public PlanAdopted(
                PlanId plan,
                CampaignId campaign,
                OrganizationId organization,
                PlanLevel level,
                @Nullable PlanId parentPlan,
                int version,
                @Nullable PlanId replaces,
                String documentDigest) {
            this(
                    plan,
                    campaign,
                    organization,
                    level,
                    parentPlan,
                    version,
                    replaces,
                    documentDigest,
                    null);
        }
    }

    /**
     * 方案已传达 (S52).
     *
     * @param plan the plan
     * @param organization the receiver
     */
    record PlanConveyed(PlanId plan, OrganizationId organization) implements PlanEvent {}

    /**
     * 方案已签收 (S52).
     *
     * @param plan the plan
     * @param organization the receiver
     */
    record PlanAcknowledged(PlanId plan, OrganizationId organization) implements PlanEvent {}

    /**
     * 方案已落实到党员 (S55).
     *
     * @param plan the branch's plan
     * @param organization the branch
     * @param taskZh what they are to do
     * @param members the members it was given to
     */
    record PlanTaskAssigned(
            PlanId plan, OrganizationId organization, String taskZh, List<MemberId> members)
            implements PlanEvent {
        /** Copies the list. */
        public PlanTaskAssigned {
            members = List.copyOf(members);
        }
    }
}
