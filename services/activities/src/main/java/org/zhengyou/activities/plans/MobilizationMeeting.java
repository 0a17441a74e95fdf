package org.zhengyou.activities.plans;

import static org.zhengyou.kit.authority.OfficeFunction.IMPLEMENT;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.campaign.Calendar;
import org.zhengyou.activities.campaign.ExceptionId;
import org.zhengyou.activities.campaign.GatedAct;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.activities.plans.MeetingCommand.HoldMobilizationMeeting;
import org.zhengyou.activities.plans.MeetingEvent.MobilizationMeetingHeld;
import org.zhengyou.kit.authority.Registers;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Once;
import org.zhengyou.kit.decide.Rolls;
import org.zhengyou.kit.decide.Told;

/**
 * 动员会 (S51, S54). An organisation meets over its plan in force, in phase 1; one founded later still
 * meets. Who was there is measured against the roster of that date.
 *
 * @param held the meeting, null before it was held
 */
public record MobilizationMeeting(@Nullable Told<MobilizationMeetingHeld> held) {
    private static final String CLAUSE = "S54";
    private static final MobilizationMeeting NONE = new MobilizationMeeting(null);

    /** The rules about mobilisation meetings. */
    public static Decider<MeetingCommand, MeetingEvent, MobilizationMeeting> decider() {
        return Decider.of("meeting", MeetingCommand.class, MeetingEvent.class)
                .about(MeetingCommand::meeting, MeetingEvent::meeting)
                .restsOn(Calendar.GROUND, MeetingCommand::campaign)
                .restsOn(Version.GROUND, MeetingCommand::plan)
                .decides(NONE, MobilizationMeeting::decide, MobilizationMeeting::after)
                .concerning(MeetingEvent::concern);
    }

    private static List<MobilizationMeetingHeld> decide(
            MobilizationMeeting state, MeetingCommand command, Given given) {
        return switch (command) {
            case HoldMobilizationMeeting c -> hold(state, c, given);
        };
    }

    private static List<MobilizationMeetingHeld> hold(
            MobilizationMeeting state, HoldMobilizationMeeting c, Given given) {
        var event =
                new MobilizationMeetingHeld(
                        c.meeting(), c.plan(), c.organization(), c.present(), exception(c, given));
        given.authority().require(IMPLEMENT, c.organization().value(), CLAUSE);
        if (Once.of(state.held, event, given).or(CLAUSE, "this meeting is on record otherwise"))
            return List.of();
        requireOwnPlan(c, given);
        Registers.at(given, CLAUSE).roster(c.organization().value(), c.present());
        return Rolls.parts(c.present()).stream().map(event::with).toList();
    }

    private static @Nullable ExceptionId exception(HoldMobilizationMeeting c, Given given) {
        Calendar calendar = given.on(Calendar.GROUND);
        if (CascadeRules.isNewcomer(calendar, c.organization(), given)) return null;
        return calendar.exceptionFor(
                GatedAct.HOLD_MOBILIZATION_MEETING, c.organization(), given.effectiveOn());
    }

    private static void requireOwnPlan(HoldMobilizationMeeting c, Given given) {
        Calendar calendar = given.on(Calendar.GROUND);
        calendar.requireRunning(given.effectiveOn(), CLAUSE);
        Registers.at(given, CLAUSE).organization(c.organization().value());
        if (!CascadeRules.isNewcomer(calendar, c.organization(), given))
            calendar.requireOpen(
                    GatedAct.HOLD_MOBILIZATION_MEETING, c.organization(), given.effectiveOn());
        var plan =
                given.on(Version.GROUND)
                        .requireInForce(c.plan(), c.campaign(), given.effectiveOn(), CLAUSE);
        if (!plan.organization().equals(c.organization()))
            throw refuse(OUT_OF_SCOPE, CLAUSE, "an organisation meets over its own plan");
    }

    private MobilizationMeeting after(Told<MeetingEvent> told) {
        return switch (told.event()) {
            case MobilizationMeetingHeld e -> new MobilizationMeeting(held(told.as(e)));
        };
    }

    /** A long roll comes in several events, which are one meeting. */
    private Told<MobilizationMeetingHeld> held(Told<MobilizationMeetingHeld> next) {
        if (held == null) return next;
        List<MemberId> present = new ArrayList<>(held.event().present());
        present.addAll(next.event().present());
        return new Told<>(held.event().with(present), held.effectiveAt(), held.id(), held.actor());
    }
}
