package org.zhengyou.activities.activities;

import static org.zhengyou.kit.authority.OfficeFunction.IMPLEMENT;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.PHASE_NOT_OPEN;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.activities.ActivityCommand.HoldActivity;
import org.zhengyou.activities.activities.ActivityCommand.PlanActivity;
import org.zhengyou.activities.activities.ActivityCommand.RecordAttendance;
import org.zhengyou.activities.activities.ActivityEvent.ActivityHeld;
import org.zhengyou.activities.activities.ActivityEvent.ActivityPlanned;
import org.zhengyou.activities.activities.ActivityEvent.AttendanceRecorded;
import org.zhengyou.activities.campaign.Calendar;
import org.zhengyou.activities.campaign.Calendars;
import org.zhengyou.activities.campaign.Campaign;
import org.zhengyou.activities.campaign.CampaignEvent;
import org.zhengyou.activities.campaign.CampaignFact;
import org.zhengyou.activities.directory.Organizations;
import org.zhengyou.kit.authority.OfficeDirectory;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.view.Fact;

/**
 * 五项活动 (S57-S63, S70, S36). An activity is planned, held in phase 2 or 3, and attended by people of
 * that day's roster.
 *
 * @param calendars of the campaign
 * @param planned what was planned, null before
 * @param plannedOn the day it was planned, null before
 * @param held what was held, null before
 * @param heldAt when it was held, null before
 * @param attendance who was recorded so far
 */
public record Activity(
        Calendars calendars,
        @Nullable ActivityPlanned planned,
        @Nullable LocalDate plannedOn,
        @Nullable ActivityHeld held,
        @Nullable Instant heldAt,
        Attendance attendance) {
    private static final String THEMES = "S57";
    private static final String LECTURE = "S58";
    private static final String GATE = "S70";
    private static final Activity NONE =
            new Activity(Calendars.NONE, null, null, null, null, Attendance.NONE);

    /** The rules about activities. */
    public static Decider<ActivityCommand, ActivityEvent, Activity> decider() {
        return Decider.of("activity", ActivityCommand.class, ActivityEvent.class)
                .about(ActivityCommand::activity, ActivityEvent::activity)
                .alsoDependsOn(command -> Set.of(Campaign.tag(command.campaign())))
                .sees(CampaignFact.class)
                .decidesOverTime(NONE, Activity::decide, Activity::after)
                .concerning(ActivityEvent::concern);
    }

    private static List<? extends ActivityEvent> decide(
            Activity state, ActivityCommand command, Given given) {
        return switch (command) {
            case PlanActivity c -> plan(state, c, given);
            case HoldActivity c -> hold(state, c, given);
            case RecordAttendance c -> attend(state, c, given);
        };
    }

    private static List<ActivityPlanned> plan(Activity state, PlanActivity c, Given given) {
        var event =
                new ActivityPlanned(
                        c.activity(),
                        c.campaign(),
                        c.organization(),
                        c.theme(),
                        c.form(),
                        c.titleZh(),
                        c.plannedFor());
        if (event.equals(state.planned)) return List.of();
        given.authority().require(IMPLEMENT, c.organization().value(), THEMES);
        if (state.planned != null)
            throw refuse(ALREADY_ON_RECORD, THEMES, "this activity was planned otherwise");
        Organizations.require(c.organization(), given, THEMES);
        requireDay(state.calendars.of(c.campaign()), c, given.effectiveOn());
        return List.of(event);
    }

    private static void requireDay(Calendar calendar, PlanActivity c, LocalDate day) {
        calendar.requireRunning(day, THEMES);
        if (c.plannedFor().isBefore(day))
            throw refuse(STEP_OUT_OF_ORDER, THEMES, "an activity is planned before it is held");
        if (Calendar.ACTIVITIES.stream().noneMatch(p -> calendar.covers(p, c.plannedFor())))
            throw refuse(
                    PHASE_NOT_OPEN, GATE, c.plannedFor() + " lies neither in phase 2 nor in 3");
    }

    private static List<ActivityHeld> hold(Activity state, HoldActivity c, Given given) {
        ActivityPlanned planned = state.requirePlanned(c, given.effectiveOn());
        var event =
                new ActivityHeld(
                        c.activity(),
                        c.campaign(),
                        planned.organization(),
                        planned.theme(),
                        planned.form(),
                        c.lecturer());
        if (event.equals(state.held)) return List.of();
        given.authority().require(IMPLEMENT, planned.organization().value(), THEMES);
        if (state.held != null)
            throw refuse(ALREADY_ON_RECORD, THEMES, "this activity was held otherwise");
        Organizations.require(planned.organization(), given, THEMES);
        state.calendars
                .of(c.campaign())
                .requireOpen(Calendar.ACTIVITIES, given.effectiveOn(), GATE);
        if (KnownForm.PARTY_LECTURE.isMeantBy(planned.form())) requireLecturer(c, given);
        return List.of(event);
    }

    private ActivityPlanned requirePlanned(ActivityCommand c, LocalDate day) {
        if (planned == null || !planned.campaign().equals(c.campaign()))
            throw refuse(NOT_ON_RECORD, THEMES, "the activity was not planned in this campaign");
        if (plannedOn == null || day.isBefore(plannedOn))
            throw refuse(STEP_OUT_OF_ORDER, THEMES, "the activity was planned on " + plannedOn);
        return planned;
    }

    private static void requireLecturer(HoldActivity c, Given given) {
        if (c.lecturer() == null)
            throw refuse(PART_MISSING, LECTURE, "lecturer: a Party lecture names who gave it");
        String person = c.lecturer().value();
        if (given.look(OfficeDirectory.class, person).appointments().isEmpty())
            throw refuse(RESULT_MISSING, LECTURE, "no office of the lecturer is known here yet");
        boolean leads =
                given.authority().wasAtCommittee(person)
                        || OfficeDirectory.heldBy(given, person, given.effectiveAt())
                                .anyMatch(held -> isLeading(held.getValue().office()));
        if (!leads)
            throw refuse(
                    OUT_OF_SCOPE,
                    LECTURE,
                    "on "
                            + given.effectiveOn()
                            + " the lecturer was no leading cadre: no secretary, deputy secretary"
                            + " or member of the university Party committee");
    }

    private static boolean isLeading(String office) {
        return office.equals(OfficeDirectory.SECRETARY)
                || office.equals(OfficeDirectory.DEPUTY_SECRETARY);
    }

    private static List<AttendanceRecorded> attend(
            Activity state, RecordAttendance c, Given given) {
        ActivityHeld held = state.held;
        Instant heldAt = state.heldAt;
        if (held == null || heldAt == null || !held.campaign().equals(c.campaign()))
            throw refuse(
                    state.planned == null ? NOT_ON_RECORD : STEP_OUT_OF_ORDER,
                    Attendance.CLAUSE,
                    "attendance is recorded of an activity that was held");
        LocalDate heldOn = heldAt.atZone(Given.ZONE).toLocalDate();
        if (given.effectiveOn().isBefore(heldOn))
            throw refuse(
                    STEP_OUT_OF_ORDER, Attendance.CLAUSE, "the activity was held on " + heldOn);
        return state.attendance.record(held, heldAt, c, given);
    }

    private static Activity after(Activity a, Fact<?> fact) {
        return switch (fact.event()) {
            case CampaignEvent e ->
                    new Activity(
                            a.calendars.after(e, fact),
                            a.planned,
                            a.plannedOn,
                            a.held,
                            a.heldAt,
                            a.attendance);
            case ActivityPlanned e ->
                    new Activity(
                            a.calendars, e, fact.effectiveOn(), a.held, a.heldAt, a.attendance);
            case ActivityHeld e ->
                    new Activity(
                            a.calendars,
                            a.planned,
                            a.plannedOn,
                            e,
                            fact.effectiveAt(),
                            a.attendance);
            case AttendanceRecorded e ->
                    new Activity(
                            a.calendars,
                            a.planned,
                            a.plannedOn,
                            a.held,
                            a.heldAt,
                            a.attendance.and(e));
            default -> a; // facts of other concepts carry none of the tags asked for
        };
    }
}
