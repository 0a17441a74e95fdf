package org.zhengyou.organizations.bodies;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.organizations.bodies.BodyCommand.AppointToBody;
import org.zhengyou.organizations.bodies.BodyCommand.EndBodyAppointment;
import org.zhengyou.organizations.bodies.BodyCommand.FormCampaignOffice;
import org.zhengyou.organizations.bodies.BodyCommand.FormLeadingGroup;
import org.zhengyou.organizations.bodies.BodyCommand.FormWorkingGroup;
import org.zhengyou.organizations.bodies.BodyCommand.GrantFunction;
import org.zhengyou.organizations.bodies.BodyCommand.SeatOfficeHolders;
import org.zhengyou.organizations.bodies.BodyEvent.BodyAppointmentEnded;
import org.zhengyou.organizations.bodies.BodyEvent.BodyAppointmentMade;
import org.zhengyou.organizations.bodies.BodyEvent.CampaignOfficeFormed;
import org.zhengyou.organizations.bodies.BodyEvent.FunctionGranted;
import org.zhengyou.organizations.bodies.BodyEvent.LeadingGroupFormed;
import org.zhengyou.organizations.bodies.BodyEvent.WorkingGroupFormed;
import org.zhengyou.organizations.offices.AppointmentId;
import org.zhengyou.organizations.offices.Offices;
import org.zhengyou.organizations.register.Organization;
import org.zhengyou.organizations.register.OrganizationFact;

/**
 * 活动机构 (S90-S94). The bodies a decision is about: the one itself, any other that would exclude it,
 * and the offices that its seats follow.
 *
 * @param offices of the organisation concerned, and that organisation
 * @param formed how each body was formed
 * @param seats who sits where
 * @param functions what each body was granted
 */
public record CampaignBody(
        Offices offices,
        Map<BodyId, Formed> formed,
        BodySeats seats,
        Map<BodyId, Set<OfficeFunction>> functions) {
    private static final String OWN = "body";
    private static final Tag LEADING_GROUP = Tag.of("leadingGroup", "university");

    /** The rules of campaign bodies. */
    public static final Decider<BodyCommand, BodyEvent, CampaignBody> DECIDER =
            Decider.of(OWN, BodyCommand.class, BodyEvent.class)
                    .about(BodyCommand::about, BodyEvent::body)
                    .alsoDependsOn(CampaignBody::dependsOn)
                    .alsoTagged(CampaignBody::tags)
                    .sees(OrganizationFact.class)
                    .decidesOverTime(
                            new CampaignBody(Offices.EMPTY, Map.of(), BodySeats.EMPTY, Map.of()),
                            CampaignBody::decide,
                            CampaignBody::after)
                    .concerning(BodyEvent::concern);

    /** How a body was formed, and since when it exists. */
    record Formed(BodyEvent as, Instant from) {}

    /** Copies what it is given. */
    public CampaignBody {
        formed = Map.copyOf(formed);
        functions = Map.copyOf(functions);
    }

    private static Set<Tag> dependsOn(BodyCommand command) {
        return switch (command) {
            case FormLeadingGroup f -> Set.of(LEADING_GROUP, Organization.tag(f.organization()));
            case FormCampaignOffice f ->
                    Set.of(
                            Tag.of("campaignOffice", f.organization()),
                            Organization.tag(f.organization()));
            case FormWorkingGroup f ->
                    Set.of(
                            Tag.of("workingGroup", f.kind().name()),
                            Tag.of(OWN, f.campaignOffice()));
            case AppointToBody a -> Set.of(Tag.of("seat", a.appointment()));
            case EndBodyAppointment e -> Set.of();
            case GrantFunction g -> Set.of();
            case SeatOfficeHolders s -> Set.of(LEADING_GROUP, Offices.tag(s.organization()));
        };
    }

    private static Set<Tag> tags(BodyEvent event) {
        return switch (event) {
            case LeadingGroupFormed f -> Set.of(LEADING_GROUP);
            case CampaignOfficeFormed f -> Set.of(Tag.of("campaignOffice", f.organization()));
            case WorkingGroupFormed f -> Set.of(Tag.of("workingGroup", f.kind().name()));
            case BodyAppointmentMade a -> seatTags(a.appointment(), a.followsAppointment() != null);
            case BodyAppointmentEnded e ->
                    seatTags(e.appointment(), e.followsAppointment() != null);
            case FunctionGranted g -> Set.of();
        };
    }

    private static Set<Tag> seatTags(AppointmentId appointment, boolean followsOffice) {
        Tag seat = Tag.of("seat", appointment);
        return followsOffice ? Set.of(seat, LEADING_GROUP) : Set.of(seat);
    }

    private static List<? extends BodyEvent> decide(
            CampaignBody state, BodyCommand command, Given given) {
        given.authority().requireCommittee(OfficeFunction.GUIDE, clause(command));
        return switch (command) {
            case FormLeadingGroup f -> new Forming(state, given).leadingGroup(f);
            case FormCampaignOffice f -> new Forming(state, given).campaignOffice(f);
            case FormWorkingGroup f -> new Forming(state, given).workingGroup(f);
            case AppointToBody a ->
                    state.seats.appoint(a, state.formedBy(a.body(), given), given.effectiveAt());
            case EndBodyAppointment e -> state.seats.end(e, given.effectiveAt());
            case GrantFunction g -> state.grant(g, given);
            case SeatOfficeHolders s -> state.seatOfficeHolders(s, given);
        };
    }

    private static String clause(BodyCommand command) {
        return switch (command) {
            case FormLeadingGroup f -> "S90";
            case FormCampaignOffice f -> Forming.clause(f);
            case FormWorkingGroup f -> "S92";
            case AppointToBody a -> "S90";
            case EndBodyAppointment e -> "S90";
            case GrantFunction g -> "S93";
            case SeatOfficeHolders s -> "S90";
        };
    }

    private List<BodyEvent> grant(GrantFunction g, Given given) {
        if (functions.getOrDefault(g.body(), Set.of()).contains(g.function())) return List.of();
        BodyEvent body = formedBy(g.body(), given);
        return List.of(new FunctionGranted(g.body(), body.organization(), g.function()));
    }

    /** Without a leading group, or with that of another organisation, there is nothing to do. */
    private List<BodyEvent> seatOfficeHolders(SeatOfficeHolders s, Given given) {
        for (Formed one : formed.values())
            if (one.as() instanceof LeadingGroupFormed group
                    && group.organization().equals(s.organization()))
                return seats.follow(offices, group, one.from(), given.effectiveAt());
        return List.of();
    }

    /** The body as it was formed, which was on the effective date or before. */
    private BodyEvent formedBy(BodyId id, Given given) {
        Formed body = formed.get(id);
        if (body == null) throw refuse(NOT_ON_RECORD, "S90", "no body " + id.value());
        if (body.from().isAfter(given.effectiveAt()))
            throw refuse(STEP_OUT_OF_ORDER, "S90", "the body was formed later than that");
        return body.as();
    }

    private CampaignBody after(Fact<?> fact) {
        if (!(fact.event() instanceof BodyEvent event))
            return new CampaignBody(offices.after(fact), formed, seats, functions);
        Map<BodyId, Formed> bodies = new HashMap<>(formed);
        Map<BodyId, Set<OfficeFunction>> granted = new HashMap<>(functions);
        switch (event) {
            case LeadingGroupFormed f -> bodies.put(f.body(), new Formed(f, fact.effectiveAt()));
            case CampaignOfficeFormed f -> bodies.put(f.body(), new Formed(f, fact.effectiveAt()));
            case WorkingGroupFormed f -> bodies.put(f.body(), new Formed(f, fact.effectiveAt()));
            case FunctionGranted g -> {
                Set<OfficeFunction> more = new HashSet<>(granted.getOrDefault(g.body(), Set.of()));
                more.add(g.function());
                granted.put(g.body(), Set.copyOf(more));
            }
            case BodyAppointmentMade a -> {}
            case BodyAppointmentEnded e -> {}
        }
        return new CampaignBody(offices, bodies, seats.after(event, fact.effectiveAt()), granted);
    }
}
