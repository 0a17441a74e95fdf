package org.zhengyou.activities.plans;

import static org.zhengyou.kit.authority.OfficeFunction.IMPLEMENT;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zhengyou.activities.campaign.Campaign;
import org.zhengyou.activities.campaign.CampaignFact;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.activities.directory.Organizations;
import org.zhengyou.activities.directory.Roster;
import org.zhengyou.activities.plans.PlanCommand.AcknowledgePlan;
import org.zhengyou.activities.plans.PlanCommand.AdoptPlan;
import org.zhengyou.activities.plans.PlanCommand.AssignPlanTask;
import org.zhengyou.activities.plans.PlanCommand.ConveyPlan;
import org.zhengyou.activities.plans.PlanEvent.PlanAcknowledged;
import org.zhengyou.activities.plans.PlanEvent.PlanAdopted;
import org.zhengyou.activities.plans.PlanEvent.PlanConveyed;
import org.zhengyou.activities.plans.PlanEvent.PlanTaskAssigned;
import org.zhengyou.activities.plans.Plans.Plan;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Tag;

/**
 * 实施方案、活动方案 (S51-S53, S55). The cascade: adopted on the plan above, conveyed downwards,
 * acknowledged by the receiver, brought home to each member of a branch.
 */
public final class CampaignPlan {
    private static final String RECEIPT = "S52";
    private static final String COVERAGE = "S55";

    private CampaignPlan() {}

    /** The tag under which all facts about this plan are found. */
    static Tag tag(PlanId plan) {
        return Tag.of("plan", plan);
    }

    /** The rules about plans. */
    public static Decider<PlanCommand, PlanEvent, ?> decider() {
        return Decider.of("plan", PlanCommand.class, PlanEvent.class)
                .about(PlanCommand::plan, PlanEvent::plan)
                .alsoDependsOn(CampaignPlan::boundary)
                .alsoTagged(CampaignPlan::tags)
                .sees(CampaignFact.class)
                .decidesOverTime(Plans.NONE, CampaignPlan::decide, Plans::after)
                .concerning(PlanEvent::concern);
    }

    private static Set<Tag> boundary(PlanCommand command) {
        Set<Tag> tags = new HashSet<>(Set.of(Campaign.tag(command.campaign())));
        if (command instanceof AdoptPlan adopt) {
            tags.add(planOf(adopt.organization()));
            if (adopt.parentPlan() != null) tags.add(tag(adopt.parentPlan()));
        }
        return tags;
    }

    private static Set<Tag> tags(PlanEvent event) {
        if (!(event instanceof PlanAdopted adopted)) return Set.of();
        Set<Tag> tags = new HashSet<>(Set.of(planOf(adopted.organization())));
        // Who rests on the version before has to learn that it is no longer in force.
        if (adopted.replaces() != null) tags.add(tag(adopted.replaces()));
        return tags;
    }

    private static Tag planOf(OrganizationId organization) {
        return Tag.of("plan-of", organization);
    }

    private static List<? extends PlanEvent> decide(Plans state, PlanCommand command, Given given) {
        return switch (command) {
            case AdoptPlan c -> adopt(state, c, given);
            case ConveyPlan c -> convey(state, c, given);
            case AcknowledgePlan c -> acknowledge(state, c, given);
            case AssignPlanTask c -> assign(state, c, given);
        };
    }

    private static List<PlanAdopted> adopt(Plans state, AdoptPlan c, Given given) {
        Plan known = state.plans().get(c.plan());
        if (known != null && isSame(known.adopted(), c)) return List.of();
        CascadeRules.requireAuthority(c, given);
        if (known != null)
            throw refuse(ALREADY_ON_RECORD, "S53", "a plan with this id has other content");
        CascadeRules.requirePlace(state, c, given);
        CascadeRules.requireTime(state, c, given);
        var before = state.latestOf(c.organization(), c.campaign());
        return List.of(
                new PlanAdopted(
                        c.plan(),
                        c.campaign(),
                        c.organization(),
                        c.level(),
                        c.parentPlan(),
                        before.map(plan -> plan.adopted().version() + 1).orElse(1),
                        before.map(plan -> plan.adopted().plan()).orElse(null),
                        c.documentDigest()));
    }

    private static boolean isSame(PlanAdopted e, AdoptPlan c) {
        return c.equals(
                new AdoptPlan(
                        e.plan(),
                        e.campaign(),
                        e.organization(),
                        e.level(),
                        e.parentPlan(),
                        e.documentDigest()));
    }

    private static List<PlanConveyed> convey(Plans state, ConveyPlan c, Given given) {
        Plan plan = running(state, c, given, RECEIPT);
        if (plan.conveyed().containsKey(c.organization())) return List.of();
        given.authority().require(IMPLEMENT, plan.adopted().organization().value(), RECEIPT);
        CascadeRules.requireReceiver(plan.adopted(), c.organization(), given);
        return List.of(new PlanConveyed(c.plan(), c.organization()));
    }

    private static List<PlanAcknowledged> acknowledge(Plans state, AcknowledgePlan c, Given given) {
        Plan plan = running(state, c, given, RECEIPT);
        if (plan.acknowledged().containsKey(c.organization())) return List.of();
        requireReceiversHand(plan.adopted().organization(), c.organization(), given);
        LocalDate conveyed = plan.conveyed().get(c.organization());
        if (conveyed == null || given.effectiveOn().isBefore(conveyed))
            throw refuse(
                    STEP_OUT_OF_ORDER, RECEIPT, "a plan is conveyed before it is acknowledged");
        return List.of(new PlanAcknowledged(c.plan(), c.organization()));
    }

    // A receipt signed by the sender proves nothing.
    private static void requireReceiversHand(
            OrganizationId sender, OrganizationId receiver, Given given) {
        given.authority().require(IMPLEMENT, receiver.value(), RECEIPT);
        boolean speaksForSender = given.authority().holds(IMPLEMENT, sender.value());
        String actor = given.actor().person();
        if (speaksForSender && !given.authority().wasSecretary(actor, receiver.value()))
            throw refuse(
                    ACTOR_LACKS_AUTHORITY,
                    RECEIPT,
                    "a plan is acknowledged by its receiver itself");
    }

    private static List<PlanTaskAssigned> assign(Plans state, AssignPlanTask c, Given given) {
        Plan plan = running(state, c, given, COVERAGE);
        OrganizationId branch = plan.adopted().organization();
        given.authority().require(IMPLEMENT, branch.value(), COVERAGE);
        if (!Organizations.require(branch, given, COVERAGE).isBranch())
            throw refuse(
                    OUT_OF_SCOPE,
                    COVERAGE,
                    "members get their task by the plan of their own branch");
        List<MemberId> added =
                c.members().stream()
                        .filter(member -> !c.taskZh().equals(plan.tasks().get(member)))
                        .toList();
        if (added.isEmpty()) return List.of();
        new Roster(given, branch, given.effectiveAt(), COVERAGE).require(added);
        return List.of(new PlanTaskAssigned(c.plan(), branch, c.taskZh(), added));
    }

    private static Plan running(Plans state, PlanCommand c, Given given, String clause) {
        state.calendars().of(c.campaign()).requireRunning(given.effectiveOn(), clause);
        return state.requireInForce(c.plan(), c.campaign(), given.effectiveOn(), clause);
    }
}
