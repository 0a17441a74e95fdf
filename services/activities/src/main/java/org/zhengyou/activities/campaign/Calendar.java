package org.zhengyou.activities.campaign;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.CAMPAIGN_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.PHASE_NOT_OPEN;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.campaign.CampaignEvent.CampaignClosed;
import org.zhengyou.activities.campaign.CampaignEvent.CampaignLaunched;
import org.zhengyou.activities.campaign.CampaignEvent.MilestoneDateFixed;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseClosed;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseDefined;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseExceptionGranted;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseOpened;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.Told;

/**
 * 活动日程 (S3, S46-S50). When one campaign began, its phases, its milestones and its end, so that
 * rules can ask what is open on a date. Dates are days at the university, first and last included.
 *
 * @param launched how it was launched, null before
 * @param phases the phases by number, 1 to 4
 * @param milestones the milestones whose date is known
 * @param exceptions the exceptions from the phases, in the order in which they were recorded
 * @param closedOn the campaign's last day, null while it is not closed
 */
public record Calendar(
        @Nullable Told<CampaignLaunched> launched,
        Map<Integer, Phase> phases,
        Map<Milestone, Told<MilestoneDateFixed>> milestones,
        List<Told<PhaseExceptionGranted>> exceptions,
        @Nullable LocalDate closedOn) {
    /** The number of the phase that lasts until the Congress milestone. */
    public static final int LAST_PHASE = 4;

    /** The phase that gates the first plans (S53). */
    public static final int MOBILIZATION = 1;

    /** The calendar of a campaign. */
    public static final Ground<Calendar> GROUND =
            Ground.of(
                    "campaign",
                    CampaignEvent.class,
                    new Calendar(null, Map.of(), Map.of(), List.of(), null),
                    Calendar::after);

    /** One phase: its definition, and the days on which it was opened and closed. */
    public record Phase(
            Told<PhaseDefined> defined,
            @Nullable LocalDate openedOn,
            @Nullable LocalDate closedOn) {}

    /** Copies the maps and the list. */
    public Calendar {
        phases = Map.copyOf(phases);
        milestones = Map.copyOf(milestones);
        exceptions = List.copyOf(exceptions);
    }

    private Calendar after(Told<CampaignEvent> told) {
        LocalDate day = told.on();
        return switch (told.event()) {
            case CampaignLaunched e ->
                    new Calendar(told.as(e), phases, milestones, exceptions, closedOn);
            case PhaseDefined e -> with(e.phase(), new Phase(told.as(e), null, null));
            case PhaseOpened e -> with(e.phase(), opened(phases.get(e.phase()), day));
            case PhaseClosed e -> with(e.phase(), closed(phases.get(e.phase()), day));
            case MilestoneDateFixed e -> fixed(told.as(e));
            case PhaseExceptionGranted e -> excepted(told.as(e));
            case CampaignClosed e -> new Calendar(launched, phases, milestones, exceptions, day);
        };
    }

    /**
     * The last day of this phase, null while that is not known: phase 4 ends on the eve of the
     * Congress milestone (S50).
     */
    public @Nullable LocalDate lastDay(int phase) {
        Phase known = phases.get(phase);
        if (known == null) return null;
        var congress = milestones.get(Milestone.EIGHTEENTH_CONGRESS);
        if (phase < LAST_PHASE || congress == null) return known.defined().event().to();
        return congress.event().on().minusDays(1);
    }

    /** Whether this phase was opened, and neither it nor the campaign had ended, on this day. */
    public boolean isOpen(int phase, LocalDate day) {
        Phase known = phases.get(phase);
        return known != null
                && isReached(known.openedOn(), day)
                && !isPast(lastDay(phase), day)
                && !isPast(known.closedOn(), day)
                && !isPast(closedOn, day);
    }

    /** Whether the dates of this phase, opened or not, contain this day. */
    public boolean covers(int phase, LocalDate day) {
        Phase known = phases.get(phase);
        return known != null
                && !day.isBefore(known.defined().event().from())
                && !isPast(lastDay(phase), day);
    }

    /**
     * The campaign runs on this day.
     *
     * @throws org.zhengyou.kit.decide.Refusal NOT_ON_RECORD, STEP_OUT_OF_ORDER before its launch,
     *     CAMPAIGN_CLOSED after its end
     */
    public void requireRunning(LocalDate day, String clause) {
        if (launched == null)
            throw refuse(NOT_ON_RECORD, clause, "no campaign with this id was launched");
        if (day.isBefore(launched.on()))
            throw refuse(
                    STEP_OUT_OF_ORDER, clause, "the campaign was launched on " + launched.on());
        if (isPast(closedOn, day))
            throw refuse(CAMPAIGN_CLOSED, clause, "the campaign was closed on " + closedOn);
    }

    /**
     * What the campaign is to reach is not over before its launch.
     *
     * @param field of the command, in the refusal's words
     * @throws org.zhengyou.kit.decide.Refusal STEP_OUT_OF_ORDER
     */
    void requireAfterLaunch(LocalDate day, String clause, String field) {
        if (launched != null && day.isBefore(launched.on()))
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    clause,
                    field
                            + ": "
                            + day
                            + " lies before the launch of the campaign on "
                            + launched.on());
    }

    /**
     * One of the phases to which this belongs is open on this day, or they are over and an
     * exception for this organisation is in force ({@link #exceptionFor}).
     *
     * @throws org.zhengyou.kit.decide.Refusal PHASE_NOT_OPEN, and what {@link #requireRunning} says
     */
    public void requireOpen(GatedAct act, OrganizationId organization, LocalDate day) {
        requireRunning(day, act.clause());
        if (act.phases().stream().noneMatch(phase -> isOpen(phase, day))
                && exceptionFor(act, organization, day) == null)
            throw refuse(
                    PHASE_NOT_OPEN,
                    act.clause(),
                    "on " + day + " none of the phases " + act.phases() + " is open");
    }

    /**
     * The exception by which this organisation may still do this on this day, the one recorded
     * first; null if there is none, and before the phases to which it belongs are over.
     */
    public @Nullable ExceptionId exceptionFor(
            GatedAct act, OrganizationId organization, LocalDate day) {
        if (!isPast(lastDay(act.lastPhase()), day)) return null;
        return exceptions.stream()
                .filter(one -> one.event().act() == act)
                .filter(one -> one.event().organization().equals(organization))
                .filter(one -> isReached(one.on(), day) && !isPast(one.event().until(), day))
                .map(one -> one.event().exception())
                .findFirst()
                .orElse(null);
    }

    /** How the exception with this id was granted; null if it was not. */
    @Nullable Told<PhaseExceptionGranted> granted(ExceptionId exception) {
        for (var one : exceptions) if (one.event().exception().equals(exception)) return one;
        return null;
    }

    private Calendar with(int number, @Nullable Phase phase) {
        if (phase == null) return this;
        Map<Integer, Phase> more = new HashMap<>(phases);
        more.put(number, phase);
        return new Calendar(launched, more, milestones, exceptions, closedOn);
    }

    private Calendar fixed(Told<MilestoneDateFixed> date) {
        Map<Milestone, Told<MilestoneDateFixed>> more = new HashMap<>(milestones);
        more.put(date.event().milestone(), date);
        return new Calendar(launched, phases, more, exceptions, closedOn);
    }

    private Calendar excepted(Told<PhaseExceptionGranted> granted) {
        List<Told<PhaseExceptionGranted>> more = new ArrayList<>(exceptions);
        more.add(granted);
        return new Calendar(launched, phases, milestones, more, closedOn);
    }

    private static @Nullable Phase opened(@Nullable Phase phase, LocalDate day) {
        return phase == null ? null : new Phase(phase.defined(), day, phase.closedOn());
    }

    private static @Nullable Phase closed(@Nullable Phase phase, LocalDate day) {
        return phase == null ? null : new Phase(phase.defined(), phase.openedOn(), day);
    }

    private static boolean isReached(@Nullable LocalDate first, LocalDate day) {
        return first != null && !day.isBefore(first);
    }

    private static boolean isPast(@Nullable LocalDate last, LocalDate day) {
        return last != null && day.isAfter(last);
    }
}
