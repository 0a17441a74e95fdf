package org.zhengyou.activities.plans;

import static org.zhengyou.kit.authority.OfficeFunction.IMPLEMENT;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.campaign.Calendar;
import org.zhengyou.activities.campaign.ExceptionId;
import org.zhengyou.activities.campaign.GatedAct;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.activities.plans.PlanCommand.AdoptPlan;
import org.zhengyou.activities.plans.PlanEvent.PlanAdopted;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.authority.OrganizationDirectory.Entry;
import org.zhengyou.kit.authority.Registers;
import org.zhengyou.kit.decide.Given;

/** 层层制定 (S51-S53). Whose plan rests on whose, and when a plan may be adopted. */
final class CascadeRules {
    private static final String UNIVERSITY = "S51";
    private static final String RECEIPT = "S52";
    private static final String OWN = "S53";

    private CascadeRules() {}

    static void requireAuthority(AdoptPlan c, Given given) {
        if (c.level() == PlanLevel.UNIVERSITY)
            given.authority().requireCommittee(IMPLEMENT, UNIVERSITY);
        else given.authority().require(IMPLEMENT, c.organization().value(), OWN);
    }

    /** The level fits the organisation, and the plan above is the one of the organisation above. */
    static void requirePlace(AdoptPlan c, Given given) {
        Entry organization = Registers.at(given, OWN).organization(c.organization().value());
        if (!levelOf(organization).equals(c.level()))
            throw refuse(
                    OUT_OF_SCOPE, OWN, "the plan of this organisation is " + levelOf(organization));
        if (c.level() == PlanLevel.UNIVERSITY) {
            if (c.parentPlan() != null)
                throw refuse(OUT_OF_SCOPE, UNIVERSITY, "no plan stands above the university plan");
            return;
        }
        if (c.parentPlan() == null)
            throw refuse(PART_MISSING, OWN, "parentPlan: a plan cites the plan above it");
        PlanAdopted parent =
                given.on(Version.GROUND)
                        .requireInForce(c.parentPlan(), c.campaign(), given.effectiveOn(), OWN);
        if (!isAbove(parent, c, given))
            throw refuse(OUT_OF_SCOPE, OWN, "parentPlan is not the plan of the organisation above");
    }

    /** First plans in phase 1; later versions at any time, but not before the one in force. */
    static void requireTime(AdoptPlan c, Given given) {
        Calendar calendar = given.on(Calendar.GROUND);
        LocalDate day = given.effectiveOn();
        calendar.requireRunning(day, OWN);
        var before = given.on(LatestVersion.GROUND).in(c.campaign());
        if (before.isPresent() && day.isBefore(before.get().on()))
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    OWN,
                    "a later version is in force from " + before.get().on());
        if (before.isEmpty() && !isNewcomer(calendar, c.organization(), given))
            calendar.requireOpen(GatedAct.ADOPT_PLAN, c.organization(), day);
    }

    /**
     * By which exception this adoption is late; a later version and a newcomer's plan never are.
     */
    static @Nullable ExceptionId exception(AdoptPlan c, Given given) {
        Calendar calendar = given.on(Calendar.GROUND);
        if (given.on(LatestVersion.GROUND).in(c.campaign()).isPresent()
                || isNewcomer(calendar, c.organization(), given)) return null;
        return calendar.exceptionFor(GatedAct.ADOPT_PLAN, c.organization(), given.effectiveOn());
    }

    /** University plan to second tier, second-tier plan to its branches. */
    static void requireReceiver(PlanAdopted plan, OrganizationId receiver, Given given) {
        Entry entry = Registers.at(given, RECEIPT).organization(receiver.value());
        boolean fits =
                switch (plan.level()) {
                    case UNIVERSITY -> entry.isSecondTier();
                    case SECOND_TIER ->
                            Registers.at(given, RECEIPT)
                                    .secondTierAbove(receiver.value())
                                    .equals(Optional.of(plan.organization().value()));
                    case BRANCH -> false;
                };
        if (!fits)
            throw refuse(
                    OUT_OF_SCOPE,
                    RECEIPT,
                    "a plan is conveyed to the organisations directly below");
    }

    private static PlanLevel levelOf(Entry organization) {
        if (organization.isSecondTier()) return PlanLevel.SECOND_TIER;
        return organization.isBranch() ? PlanLevel.BRANCH : PlanLevel.UNIVERSITY;
    }

    private static boolean isAbove(PlanAdopted parent, AdoptPlan c, Given given) {
        if (c.level() == PlanLevel.SECOND_TIER) return parent.level() == PlanLevel.UNIVERSITY;
        return Registers.at(given, OWN)
                .secondTierAbove(c.organization().value())
                .equals(Optional.of(parent.organization().value()));
    }

    // Organisations founded after phase 1 (S66) must plan and meet too, or coverage could never be
    // whole.
    static boolean isNewcomer(Calendar calendar, OrganizationId organization, Given given) {
        LocalDate last = calendar.lastDay(Calendar.MOBILIZATION);
        if (last == null) return false;
        var endOfPhase = last.plusDays(1).atStartOfDay(Given.ZONE).toInstant().minusNanos(1);
        return !given.look(OrganizationDirectory.class, organization.value()).existsAt(endOfPhase);
    }
}
