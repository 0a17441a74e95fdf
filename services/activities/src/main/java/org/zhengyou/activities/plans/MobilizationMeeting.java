package org.zhengyou.activities.plans;

import static org.zhengyou.kit.authority.OfficeFunction.IMPLEMENT;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhengyou.activities.campaign.Calendar;
import org.zhengyou.activities.campaign.Campaign;
import org.zhengyou.activities.campaign.CampaignFact;
import org.zhengyou.activities.directory.Organizations;
import org.zhengyou.activities.directory.Roster;
import org.zhengyou.activities.plans.MeetingCommand.HoldMobilizationMeeting;
import org.zhengyou.activities.plans.MeetingEvent.MobilizationMeetingHeld;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.view.Fact;

/**
 * 动员会 (S51, S54). An organisation meets over its plan in force, in phase 1; one founded later still
 * meets. Who was there is measured against the roster of that date.
 *
 * @param plans the plan it is about
 * @param held the meeting, once it was held
 */
public record MobilizationMeeting(Plans plans, Map<MeetingId, MobilizationMeetingHeld> held) {
    private static final String PHASE = "S51";
    private static final String CLAUSE = "S54";
    private static final MobilizationMeeting NONE = new MobilizationMeeting(Plans.NONE, Map.of());

    /** The rules about mobilisation meetings. */
    public static Decider<MeetingCommand, MeetingEvent, ?> decider() {
        return Decider.of("meeting", MeetingCommand.class, MeetingEvent.class)
                .about(MeetingCommand::meeting, MeetingEvent::meeting)
                .alsoDependsOn(
                        command ->
                                switch (command) {
                                    case HoldMobilizationMeeting c ->
                                            Set.of(
                                                    Campaign.tag(c.campaign()),
                                                    CampaignPlan.tag(c.plan()));
                                })
                .sees(CampaignFact.class)
                .decidesOverTime(NONE, MobilizationMeeting::decide, MobilizationMeeting::after)
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
                new MobilizationMeetingHeld(c.meeting(), c.plan(), c.organization(), c.present());
        MobilizationMeetingHeld known = state.held.get(c.meeting());
        if (event.equals(known)) return List.of();
        given.authority().require(IMPLEMENT, c.organization().value(), CLAUSE);
        if (known != null)
            throw refuse(ALREADY_ON_RECORD, CLAUSE, "this meeting is on record otherwise");
        requireOwnPlan(state, c, given);
        new Roster(given, c.organization(), given.effectiveAt(), CLAUSE).require(c.present());
        return List.of(event);
    }

    private static void requireOwnPlan(
            MobilizationMeeting state, HoldMobilizationMeeting c, Given given) {
        Calendar calendar = state.plans.calendars().of(c.campaign());
        calendar.requireRunning(given.effectiveOn(), CLAUSE);
        Organizations.require(c.organization(), given, CLAUSE);
        if (!CascadeRules.isNewcomer(calendar, c.organization(), given))
            calendar.requireOpen(Set.of(Calendar.MOBILIZATION), given.effectiveOn(), PHASE);
        var plan = state.plans.requireInForce(c.plan(), c.campaign(), given.effectiveOn(), CLAUSE);
        if (!plan.adopted().organization().equals(c.organization()))
            throw refuse(OUT_OF_SCOPE, CLAUSE, "an organisation meets over its own plan");
    }

    private MobilizationMeeting after(Fact<?> fact) {
        if (!(fact.event() instanceof MobilizationMeetingHeld e))
            return new MobilizationMeeting(plans.after(fact), held);
        Map<MeetingId, MobilizationMeetingHeld> more = new HashMap<>(held);
        more.put(e.meeting(), e);
        return new MobilizationMeeting(plans, Map.copyOf(more));
    }
}
