package org.zhengyou.activities.plans;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.campaign.Calendars;
import org.zhengyou.activities.campaign.CampaignEvent;
import org.zhengyou.activities.campaign.CampaignId;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.activities.plans.PlanEvent.PlanAcknowledged;
import org.zhengyou.activities.plans.PlanEvent.PlanAdopted;
import org.zhengyou.activities.plans.PlanEvent.PlanConveyed;
import org.zhengyou.activities.plans.PlanEvent.PlanTaskAssigned;
import org.zhengyou.kit.view.Fact;

/**
 * 方案 (S51-S55). The plans a decision rests on, with the calendar of their campaign.
 *
 * @param calendars of the campaign
 * @param plans by id
 */
record Plans(Calendars calendars, Map<PlanId, Plan> plans) {
    static final Plans NONE = new Plans(Calendars.NONE, Map.of());

    /**
     * One version of an organisation's plan.
     *
     * @param adopted what was adopted
     * @param since from when it is in force
     * @param until from when another version is in force; null while none is
     * @param conveyed by receiver, since when
     * @param acknowledged by receiver, since when
     * @param tasks by member, what was assigned
     */
    record Plan(
            PlanAdopted adopted,
            LocalDate since,
            @Nullable LocalDate until,
            Map<OrganizationId, LocalDate> conveyed,
            Map<OrganizationId, LocalDate> acknowledged,
            Map<MemberId, String> tasks) {

        /** Whether it is the organisation's plan on this day. */
        boolean isInForce(LocalDate day) {
            return !day.isBefore(since) && (until == null || day.isBefore(until));
        }

        private Plan replaced(LocalDate day) {
            return new Plan(adopted, since, day, conveyed, acknowledged, tasks);
        }

        private Plan conveyed(OrganizationId receiver, LocalDate day) {
            return new Plan(
                    adopted, since, until, and(conveyed, receiver, day), acknowledged, tasks);
        }

        private Plan acknowledged(OrganizationId receiver, LocalDate day) {
            return new Plan(
                    adopted, since, until, conveyed, and(acknowledged, receiver, day), tasks);
        }

        private Plan assigned(PlanTaskAssigned e) {
            Map<MemberId, String> more = new HashMap<>(tasks);
            e.members().forEach(member -> more.put(member, e.taskZh()));
            return new Plan(adopted, since, until, conveyed, acknowledged, Map.copyOf(more));
        }

        private static Map<OrganizationId, LocalDate> and(
                Map<OrganizationId, LocalDate> receipts, OrganizationId receiver, LocalDate day) {
            Map<OrganizationId, LocalDate> more = new HashMap<>(receipts);
            more.putIfAbsent(receiver, day);
            return Map.copyOf(more);
        }
    }

    /** The organisation's last version in this campaign, if it has a plan. */
    Optional<Plan> latestOf(OrganizationId organization, CampaignId campaign) {
        return plans.values().stream()
                .filter(plan -> plan.adopted().organization().equals(organization))
                .filter(plan -> plan.adopted().campaign().equals(campaign))
                .max(Comparator.comparingInt(plan -> plan.adopted().version()));
    }

    /**
     * A plan of this campaign in force on this day.
     *
     * @throws org.zhengyou.kit.decide.Refusal NOT_ON_RECORD or STEP_OUT_OF_ORDER
     */
    Plan requireInForce(PlanId id, CampaignId campaign, LocalDate day, String clause) {
        Plan plan = plans.get(id);
        if (plan == null || !plan.adopted().campaign().equals(campaign))
            throw refuse(
                    NOT_ON_RECORD,
                    clause,
                    "plan " + id.value() + " was not adopted in this campaign");
        if (!plan.isInForce(day))
            throw refuse(
                    STEP_OUT_OF_ORDER, clause, "plan " + id.value() + " is not in force on " + day);
        return plan;
    }

    /** These plans after one more fact. */
    Plans after(Fact<?> fact) {
        return switch (fact.event()) {
            case CampaignEvent e -> new Plans(calendars.after(e, fact), plans);
            case PlanEvent e -> new Plans(calendars, after(e, fact.effectiveOn()));
            default -> this; // facts of other concepts carry none of the tags asked for
        };
    }

    private Map<PlanId, Plan> after(PlanEvent event, LocalDate day) {
        Map<PlanId, Plan> more = new HashMap<>(plans);
        switch (event) {
            case PlanAdopted e -> {
                more.put(e.plan(), new Plan(e, day, null, Map.of(), Map.of(), Map.of()));
                if (e.replaces() != null)
                    more.computeIfPresent(e.replaces(), (id, plan) -> plan.replaced(day));
            }
            case PlanConveyed e ->
                    more.computeIfPresent(
                            e.plan(), (id, plan) -> plan.conveyed(e.organization(), day));
            case PlanAcknowledged e ->
                    more.computeIfPresent(
                            e.plan(), (id, plan) -> plan.acknowledged(e.organization(), day));
            case PlanTaskAssigned e ->
                    more.computeIfPresent(e.plan(), (id, plan) -> plan.assigned(e));
        }
        return Map.copyOf(more);
    }
}
