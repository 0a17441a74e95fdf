package org.zhengyou.activities.plans;

import static org.zhengyou.kit.authority.OfficeFunction.IMPLEMENT;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.campaign.Calendar;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.activities.plans.PlanCommand.AcknowledgePlan;
import org.zhengyou.activities.plans.PlanCommand.AdoptPlan;
import org.zhengyou.activities.plans.PlanCommand.AssignPlanTask;
import org.zhengyou.activities.plans.PlanCommand.ConveyPlan;
import org.zhengyou.activities.plans.PlanEvent.PlanAcknowledged;
import org.zhengyou.activities.plans.PlanEvent.PlanAdopted;
import org.zhengyou.activities.plans.PlanEvent.PlanConveyed;
import org.zhengyou.activities.plans.PlanEvent.PlanTaskAssigned;
import org.zhengyou.kit.authority.Registers;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Once;
import org.zhengyou.kit.decide.Rolls;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.decide.Told;

/**
 * 实施方案、活动方案 (S51-S53, S55). The cascade: adopted on the plan above, conveyed downwards,
 * acknowledged by the receiver, brought home to each member of a branch.
 */
public final class CampaignPlan {
    private static final String RECEIPT = "S52";
    private static final String COVERAGE = "S55";

    private CampaignPlan() {}

    /** The rules about plans. */
    public static Decider<PlanCommand, PlanEvent, ?> decider() {
        return Decider.of("plan", PlanCommand.class, PlanEvent.class)
                .about(PlanCommand::plan, PlanEvent::plan)
                .restsOn(Calendar.GROUND, PlanCommand::campaign)
                .restsOn(Version.GROUND, CampaignPlan::parentPlan)
                .restsOn(LatestVersion.GROUND, CampaignPlan::adopting)
                .alsoTagged(CampaignPlan::tags)
                .decides(Plan.NONE, CampaignPlan::decide, Plan::after)
                .concerning(PlanEvent::concern);
    }

    private static @Nullable PlanId parentPlan(PlanCommand command) {
        return command instanceof AdoptPlan adopt ? adopt.parentPlan() : null;
    }

    private static @Nullable OrganizationId adopting(PlanCommand command) {
        return command instanceof AdoptPlan adopt ? adopt.organization() : null;
    }

    private static Set<Tag> tags(PlanEvent event) {
        if (!(event instanceof PlanAdopted adopted)) return Set.of();
        Set<Tag> tags = new HashSet<>(Set.of(LatestVersion.GROUND.tag(adopted.organization())));
        // Who rests on the version before has to learn that it is no longer in force.
        if (adopted.replaces() != null) tags.add(Version.GROUND.tag(adopted.replaces()));
        return tags;
    }

    private static List<? extends PlanEvent> decide(Plan plan, PlanCommand command, Given given) {
        return switch (command) {
            case AdoptPlan c -> adopt(plan, c, given);
            case ConveyPlan c -> convey(plan, c, given);
            case AcknowledgePlan c -> acknowledge(plan, c, given);
            case AssignPlanTask c -> assign(plan, c, given);
        };
    }

    private static List<PlanAdopted> adopt(Plan plan, AdoptPlan c, Given given) {
        CascadeRules.requireAuthority(c, given);
        if (isAdopted(plan.version().adopted(), c, given)) return List.of();
        CascadeRules.requirePlace(c, given);
        CascadeRules.requireTime(c, given);
        return List.of(given.on(LatestVersion.GROUND).next(c, CascadeRules.exception(c, given)));
    }

    private static boolean isAdopted(@Nullable Told<PlanAdopted> known, AdoptPlan c, Given given) {
        if (known == null) return false;
        PlanAdopted first = known.event();
        PlanAdopted again =
                LatestVersion.version(c, first.version(), first.replaces(), first.exception());
        return Once.of(known, again, given).or("S53", "a plan with this id has other content");
    }

    private static List<PlanConveyed> convey(Plan plan, ConveyPlan c, Given given) {
        PlanAdopted adopted = plan.version().requireAdopted(c.plan(), c.campaign(), RECEIPT);
        given.authority().require(IMPLEMENT, adopted.organization().value(), RECEIPT);
        if (Once.of(plan.conveyed().get(c.organization()), given)
                .or(RECEIPT, "the plan was conveyed")) return List.of();
        requireRunning(plan, c, given, RECEIPT);
        CascadeRules.requireReceiver(adopted, c.organization(), given);
        return List.of(new PlanConveyed(c.plan(), c.organization()));
    }

    private static List<PlanAcknowledged> acknowledge(Plan plan, AcknowledgePlan c, Given given) {
        PlanAdopted adopted = plan.version().requireAdopted(c.plan(), c.campaign(), RECEIPT);
        requireReceiversHand(adopted.organization(), c.organization(), given);
        if (Once.of(plan.acknowledged().get(c.organization()), given)
                .or(RECEIPT, "the plan was acknowledged")) return List.of();
        requireRunning(plan, c, given, RECEIPT);
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

    private static List<PlanTaskAssigned> assign(Plan plan, AssignPlanTask c, Given given) {
        OrganizationId branch =
                plan.version().requireAdopted(c.plan(), c.campaign(), COVERAGE).organization();
        given.authority().require(IMPLEMENT, branch.value(), COVERAGE);
        requireRunning(plan, c, given, COVERAGE);
        if (!Registers.at(given, COVERAGE).organization(branch.value()).isBranch())
            throw refuse(
                    OUT_OF_SCOPE,
                    COVERAGE,
                    "members get their task by the plan of their own branch");
        List<MemberId> added =
                c.members().stream()
                        .filter(member -> !c.taskZh().equals(plan.tasks().get(member)))
                        .toList();
        if (added.isEmpty()) return List.of();
        Registers.at(given, COVERAGE).roster(branch.value(), added);
        return Rolls.parts(added).stream()
                .map(part -> new PlanTaskAssigned(c.plan(), branch, c.taskZh(), part))
                .toList();
    }

    private static void requireRunning(Plan plan, PlanCommand c, Given given, String clause) {
        given.on(Calendar.GROUND).requireRunning(given.effectiveOn(), clause);
        plan.version().requireInForce(c.plan(), c.campaign(), given.effectiveOn(), clause);
    }
}
