package org.zhengyou.organizations.bodies;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Once;
import org.zhengyou.kit.decide.Told;
import org.zhengyou.organizations.bodies.BodyCommand.AppointToBody;
import org.zhengyou.organizations.bodies.BodyCommand.EndBodyAppointment;
import org.zhengyou.organizations.bodies.BodyCommand.FormCampaignOffice;
import org.zhengyou.organizations.bodies.BodyCommand.FormLeadingGroup;
import org.zhengyou.organizations.bodies.BodyCommand.FormWorkingGroup;
import org.zhengyou.organizations.bodies.BodyCommand.GrantFunction;
import org.zhengyou.organizations.bodies.BodyCommand.SeatOfficeHolders;
import org.zhengyou.organizations.bodies.BodyEvent.BodyAppointmentEnded;
import org.zhengyou.organizations.bodies.BodyEvent.BodyAppointmentMade;
import org.zhengyou.organizations.bodies.BodyEvent.BodyFormed;
import org.zhengyou.organizations.bodies.BodyEvent.CampaignOfficeFormed;
import org.zhengyou.organizations.bodies.BodyEvent.FunctionGranted;
import org.zhengyou.organizations.bodies.BodyEvent.LeadingGroupFormed;
import org.zhengyou.organizations.bodies.BodyEvent.SeatEvent;
import org.zhengyou.organizations.bodies.BodyEvent.WorkingGroupFormed;
import org.zhengyou.organizations.offices.Auditors;
import org.zhengyou.organizations.offices.Offices;
import org.zhengyou.organizations.register.Organization;

/**
 * 活动机构 (S90-S94). One body: how it was formed, what it was granted, who sits in it.
 *
 * @param formed how it was formed; null before
 * @param functions what it was granted, since when
 * @param seats who sits in it
 */
public record CampaignBody(
        @Nullable Told<? extends BodyFormed> formed,
        Map<OfficeFunction, LocalDate> functions,
        BodySeats seats) {
    private static final CampaignBody NONE = new CampaignBody(null, Map.of(), BodySeats.EMPTY);

    /** The rules of campaign bodies. */
    public static Decider<BodyCommand, BodyEvent, CampaignBody> decider() {
        return Decider.of("body", BodyCommand.class, BodyEvent.class)
                .about(BodyCommand::about, BodyEvent::body)
                .restsOn(Organization.GROUND, BodyGrounds::organization)
                .restsOn(Offices.GROUND, BodyGrounds::offices)
                .restsOnEach(BodyGrounds.LEADING_GROUP, BodyGrounds::leadingGroup)
                .restsOnEach(BodyGrounds.SEATS_BY_OFFICE, BodyGrounds::seatsByOffice)
                .restsOn(BodyGrounds.CAMPAIGN_OFFICE, BodyGrounds::campaignOffice)
                .restsOn(BodyGrounds.OFFICE_ABOVE, BodyGrounds::officeAbove)
                .restsOnEach(BodyGrounds.WORKING_GROUP, BodyGrounds::workingGroup)
                .restsOn(BodyGrounds.APPOINTMENT, BodyGrounds::appointment)
                .alsoTagged(BodyGrounds::tags)
                .decides(NONE, CampaignBody::decide, CampaignBody::after)
                .concerning(BodyEvent::concern);
    }

    /** Copies what it is given. */
    public CampaignBody {
        functions = Map.copyOf(functions);
    }

    private static List<? extends BodyEvent> decide(
            CampaignBody body, BodyCommand command, Given given) {
        requireAuthority(command, given);
        return switch (command) {
            case FormLeadingGroup c -> new Forming(body, given).leadingGroup(c);
            case FormCampaignOffice c -> new Forming(body, given).campaignOffice(c);
            case FormWorkingGroup c -> new Forming(body, given).workingGroup(c);
            case AppointToBody c -> body.appoint(c, given);
            case EndBodyAppointment c -> body.seats.end(c, given);
            case GrantFunction c -> body.grant(c, given);
            case SeatOfficeHolders c -> seatOfficeHolders(c, given);
        };
    }

    /** Who sits in a body fills no seat of it and grants it nothing: the committee itself does. */
    private static void requireAuthority(BodyCommand command, Given given) {
        switch (command) {
            case AppointToBody c -> given.authority().requireCommitteeOffice(clause(c));
            case EndBodyAppointment c -> given.authority().requireCommitteeOffice(clause(c));
            case GrantFunction c -> given.authority().requireCommitteeOffice(clause(c));
            case FormLeadingGroup c -> requireGuide(c, given);
            case FormCampaignOffice c -> requireGuide(c, given);
            case FormWorkingGroup c -> requireGuide(c, given);
            case SeatOfficeHolders c -> requireGuide(c, given);
        }
    }

    private static void requireGuide(BodyCommand command, Given given) {
        given.authority().requireCommittee(OfficeFunction.GUIDE, clause(command));
    }

    private static String clause(BodyCommand command) {
        return switch (command) {
            case FormLeadingGroup c -> "S90";
            case FormCampaignOffice c -> Forming.clause(c);
            case FormWorkingGroup c -> "S92";
            case AppointToBody c -> "S90";
            case EndBodyAppointment c -> "S90";
            case GrantFunction c -> "S93";
            case SeatOfficeHolders c -> "S90";
        };
    }

    private List<BodyAppointmentMade> appoint(AppointToBody c, Given given) {
        BodyFormed body = requireFormed(c.body(), given);
        if (body instanceof LeadingGroupFormed && c.seat() != Seat.MEMBER)
            throw refuse(OUT_OF_SCOPE, "S90", "head and deputies follow their offices");
        var made =
                new BodyAppointmentMade(
                        c.appointment(), c.body(), body.organization(), c.seat(), c.person(), null);
        var known = given.on(BodyGrounds.APPOINTMENT).last(BodyAppointmentMade.class);
        if (Once.of(known.orElse(null), made, given)
                .or("S90", "this appointment is on record with other content or date"))
            return List.of();
        seats.requireFree(made, given.effectiveAt());
        Auditors.requireNone(c.person(), given, "S90");
        return List.of(made);
    }

    private List<FunctionGranted> grant(GrantFunction c, Given given) {
        if (Once.of(functions.get(c.function()), given).or("S93", "the function was granted"))
            return List.of();
        BodyFormed body = requireFormed(c.body(), given);
        return List.of(new FunctionGranted(c.body(), body.organization(), c.function()));
    }

    /** Without a leading group, or with that of another organisation, there is nothing to do. */
    private static List<SeatEvent> seatOfficeHolders(SeatOfficeHolders c, Given given) {
        var group = given.on(BodyGrounds.LEADING_GROUP).last(LeadingGroupFormed.class);
        if (group.isEmpty() || !group.get().event().organization().equals(c.organization()))
            return List.of();
        return given.on(BodyGrounds.SEATS_BY_OFFICE)
                .follow(given.on(Offices.GROUND), group.get(), given.effectiveAt());
    }

    /** The body as it was formed, which was on the effective date or before. */
    private BodyFormed requireFormed(BodyId id, Given given) {
        if (formed == null) throw refuse(NOT_ON_RECORD, "S90", "no body " + id.value());
        if (!formed.isTrueAt(given.effectiveAt()))
            throw refuse(STEP_OUT_OF_ORDER, "S90", "the body was formed later than that");
        return formed.event();
    }

    private CampaignBody after(Told<BodyEvent> told) {
        return switch (told.event()) {
            case LeadingGroupFormed e -> new CampaignBody(told.as(e), functions, seats);
            case CampaignOfficeFormed e -> new CampaignBody(told.as(e), functions, seats);
            case WorkingGroupFormed e -> new CampaignBody(told.as(e), functions, seats);
            case FunctionGranted e -> {
                Map<OfficeFunction, LocalDate> more = new HashMap<>(functions);
                more.putIfAbsent(e.function(), told.on());
                yield new CampaignBody(formed, more, seats);
            }
            case BodyAppointmentMade e ->
                    new CampaignBody(formed, functions, seats.after(told.<SeatEvent>as(e)));
            case BodyAppointmentEnded e ->
                    new CampaignBody(formed, functions, seats.after(told.<SeatEvent>as(e)));
        };
    }
}
