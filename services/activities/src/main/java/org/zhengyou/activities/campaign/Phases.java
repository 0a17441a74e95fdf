package org.zhengyou.activities.campaign;

import static org.zhengyou.activities.campaign.Calendar.LAST_PHASE;
import static org.zhengyou.activities.campaign.Milestone.EIGHTEENTH_CONGRESS;
import static org.zhengyou.kit.authority.OfficeFunction.GUIDE;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.LocalDate;
import java.util.List;
import org.zhengyou.activities.campaign.Calendar.Phase;
import org.zhengyou.activities.campaign.CampaignCommand.ClosePhase;
import org.zhengyou.activities.campaign.CampaignCommand.DefinePhase;
import org.zhengyou.activities.campaign.CampaignCommand.FixMilestoneDate;
import org.zhengyou.activities.campaign.CampaignCommand.OpenPhase;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseClosed;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseDefined;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseOpened;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Once;

/**
 * 四个阶段 (S46-S50). Exactly four, in order, each beginning the day after the one before ended; the
 * fourth has no end until the Congress milestone has its date.
 */
final class Phases {
    private static final String ORDER = "S46";

    private Phases() {}

    static List<PhaseDefined> define(Calendar calendar, DefinePhase c, Given given) {
        var event = new PhaseDefined(c.campaign(), c.phase(), c.titleZh(), c.from(), c.to());
        Phase known = calendar.phases().get(c.phase());
        given.authority().requireCommittee(GUIDE, ORDER);
        if (Once.of(known == null ? null : known.defined(), event, given)
                .or(ORDER, "phase " + c.phase() + " is defined otherwise")) return List.of();
        calendar.requireRunning(given.effectiveOn(), ORDER);
        requireEnd(calendar, c);
        if (c.to() != null) calendar.requireAfterLaunch(c.to(), ORDER, "to");
        if (c.phase() > 1) requireAdjacent(calendar, c);
        return List.of(event);
    }

    static List<PhaseOpened> open(Calendar calendar, OpenPhase c, Given given) {
        LocalDate day = given.effectiveOn();
        given.authority().requireCommittee(GUIDE, ORDER);
        Phase phase = requireDefined(calendar, c.phase());
        if (Once.of(phase.openedOn(), given).or(ORDER, "phase " + c.phase() + " was opened"))
            return List.of();
        calendar.requireRunning(day, ORDER);
        if (!calendar.covers(c.phase(), day))
            throw outOfOrder(day + " lies outside the dates of phase " + c.phase());
        if (c.phase() > 1) requireClosed(calendar, c.phase() - 1, day);
        return List.of(new PhaseOpened(c.campaign(), c.phase()));
    }

    static List<PhaseClosed> close(Calendar calendar, ClosePhase c, Given given) {
        LocalDate day = given.effectiveOn();
        given.authority().requireCommittee(GUIDE, ORDER);
        Phase phase = requireDefined(calendar, c.phase());
        if (Once.of(phase.closedOn(), given).or(ORDER, "phase " + c.phase() + " was closed"))
            return List.of();
        calendar.requireRunning(day, ORDER);
        LocalDate opened = phase.openedOn();
        if (opened == null || day.isBefore(opened))
            throw outOfOrder("phase " + c.phase() + " is not open on " + day);
        requireOver(calendar, c.phase(), day);
        return List.of(new PhaseClosed(c.campaign(), c.phase()));
    }

    /** The Congress lies after the first day of the last phase, so that the phase has a day. */
    static void requireAfterStart(Calendar calendar, FixMilestoneDate c) {
        Phase last = calendar.phases().get(LAST_PHASE);
        if (c.milestone() != EIGHTEENTH_CONGRESS || last == null) return;
        if (!c.on().isAfter(last.defined().event().from()))
            throw refuse(STEP_OUT_OF_ORDER, "S50", "phase 4 begins before the Congress convenes");
    }

    /** The date of the Congress is known on this day, and still to come (S3). */
    static void requireBeforeCongress(Calendar calendar, LocalDate day, String clause) {
        var congress = calendar.milestones().get(EIGHTEENTH_CONGRESS);
        if (congress == null || day.isBefore(congress.on()))
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    clause,
                    "the date of EIGHTEENTH_CONGRESS is fixed first: the end is a milestone");
        LocalDate convenes = congress.event().on();
        if (!day.isBefore(convenes))
            throw refuse(STEP_OUT_OF_ORDER, clause, "it ends before the Congress, on " + convenes);
    }

    static void requireNoneOpenedAfter(Calendar calendar, LocalDate day) {
        for (Phase phase : calendar.phases().values()) {
            LocalDate opened = phase.openedOn();
            if (opened != null && opened.isAfter(day))
                throw outOfOrder("a phase is on record as opened on " + opened);
        }
    }

    private static void requireEnd(Calendar calendar, DefinePhase c) {
        if (c.phase() < LAST_PHASE && c.to() == null)
            throw refuse(PART_MISSING, ORDER, "the last day (to) of phase " + c.phase());
        if (c.phase() < LAST_PHASE) return;
        if (c.to() != null)
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    "S50",
                    "phase 4 has no last day of its own: it ends with EIGHTEENTH_CONGRESS");
        var congress = calendar.milestones().get(EIGHTEENTH_CONGRESS);
        if (congress != null && !c.from().isBefore(congress.event().on()))
            throw refuse(STEP_OUT_OF_ORDER, "S50", "phase 4 begins before the Congress convenes");
    }

    private static void requireAdjacent(Calendar calendar, DefinePhase c) {
        LocalDate before = calendar.lastDay(c.phase() - 1);
        if (before == null)
            throw outOfOrder("phase " + (c.phase() - 1) + " is defined before phase " + c.phase());
        LocalDate first = before.plusDays(1);
        if (!c.from().equals(first))
            throw outOfOrder(
                    "phase " + c.phase() + " begins on " + first + ": no gap and no overlap");
    }

    private static Phase requireDefined(Calendar calendar, int phase) {
        Phase known = calendar.phases().get(phase);
        if (known == null) throw outOfOrder("phase " + phase + " is not defined");
        return known;
    }

    private static void requireClosed(Calendar calendar, int phase, LocalDate day) {
        LocalDate closed = requireDefined(calendar, phase).closedOn();
        if (closed == null || closed.isAfter(day))
            throw outOfOrder("phase " + phase + " is closed before the next one opens");
    }

    private static void requireOver(Calendar calendar, int phase, LocalDate day) {
        if (phase == LAST_PHASE) {
            requireBeforeCongress(calendar, day, "S50");
            return;
        }
        LocalDate last = calendar.lastDay(phase);
        if (last == null || day.isBefore(last))
            throw outOfOrder("phase " + phase + " lasts until " + last + ": no gap");
    }

    private static RuntimeException outOfOrder(String reason) {
        return refuse(STEP_OUT_OF_ORDER, ORDER, reason);
    }
}
