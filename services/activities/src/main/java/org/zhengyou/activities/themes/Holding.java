package org.zhengyou.activities.themes;

import static org.zhengyou.activities.campaign.GatedAct.HOLD_ACTIVITY;
import static org.zhengyou.kit.authority.OfficeFunction.IMPLEMENT;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.PHASE_NOT_OPEN;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.util.List;
import org.zhengyou.activities.campaign.Calendar;
import org.zhengyou.activities.themes.Activity.Held;
import org.zhengyou.activities.themes.ActivityCommand.HoldActivity;
import org.zhengyou.activities.themes.ActivityCommand.PlanActivity;
import org.zhengyou.activities.themes.ActivityEvent.ActivityHeld;
import org.zhengyou.activities.themes.ActivityEvent.ActivityPlanned;
import org.zhengyou.kit.authority.OfficeDirectory;
import org.zhengyou.kit.authority.Registers;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.Once;
import org.zhengyou.kit.decide.Told;

/** 计划、开展活动 (S57-S63, S70). An activity is planned for a day and held on one. */
final class Holding {
    /** What became of an activity. */
    static final Ground<Activity> GROUND =
            Ground.of("activity", ActivityEvent.class, new Activity.None(), Activity::after);

    private static final String THEMES = "S57";
    private static final String LECTURE = "S58";
    private static final String GATE = "S70";

    private Holding() {}

    static List<ActivityPlanned> plan(Activity activity, PlanActivity c, Given given) {
        var event =
                new ActivityPlanned(
                        c.activity(),
                        c.campaign(),
                        c.organization(),
                        c.theme(),
                        c.form(),
                        c.titleZh(),
                        c.plannedFor());
        given.authority().require(IMPLEMENT, c.organization().value(), THEMES);
        if (Once.of(activity.plan(), event, given)
                .or(THEMES, "this activity was planned otherwise")) return List.of();
        Registers.at(given, THEMES).organization(c.organization().value());
        requireDay(c, given);
        return List.of(event);
    }

    private static void requireDay(PlanActivity c, Given given) {
        Calendar calendar = given.on(Calendar.GROUND);
        calendar.requireRunning(given.effectiveOn(), THEMES);
        if (c.plannedFor().isBefore(given.effectiveOn()))
            throw refuse(STEP_OUT_OF_ORDER, THEMES, "an activity is planned before it is held");
        if (HOLD_ACTIVITY.phases().stream().noneMatch(p -> calendar.covers(p, c.plannedFor()))
                && calendar.exceptionFor(HOLD_ACTIVITY, c.organization(), c.plannedFor()) == null)
            throw refuse(
                    PHASE_NOT_OPEN, GATE, c.plannedFor() + " lies neither in phase 2 nor in 3");
    }

    static List<ActivityHeld> hold(Activity activity, HoldActivity c, Given given) {
        Told<ActivityPlanned> plan = activity.requirePlanned(c, THEMES);
        ActivityPlanned planned = plan.event();
        Calendar calendar = given.on(Calendar.GROUND);
        var event =
                new ActivityHeld(
                        c.activity(),
                        c.campaign(),
                        planned.organization(),
                        planned.theme(),
                        planned.form(),
                        c.lecturer(),
                        calendar.exceptionFor(
                                HOLD_ACTIVITY, planned.organization(), given.effectiveOn()));
        given.authority().require(IMPLEMENT, planned.organization().value(), THEMES);
        if (Once.of(activity instanceof Held held ? held.act() : null, event, given)
                .or(THEMES, "this activity was held otherwise")) return List.of();
        if (given.effectiveOn().isBefore(plan.on()))
            throw refuse(STEP_OUT_OF_ORDER, THEMES, "the activity was planned on " + plan.on());
        Registers.at(given, THEMES).organization(planned.organization().value());
        calendar.requireOpen(HOLD_ACTIVITY, planned.organization(), given.effectiveOn());
        if (KnownForm.PARTY_LECTURE.isMeantBy(planned.form())) requireLecturer(c, given);
        return List.of(event);
    }

    private static void requireLecturer(HoldActivity c, Given given) {
        if (c.lecturer() == null)
            throw refuse(PART_MISSING, LECTURE, "lecturer: a Party lecture names who gave it");
        String person = c.lecturer().value();
        Registers.at(given, LECTURE).requireKnown(person);
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
}
