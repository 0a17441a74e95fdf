package org.zhengyou.organizations.offices;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.organizations.offices.OfficeCommand.AppointToOffice;
import org.zhengyou.organizations.offices.OfficeCommand.EndOfficeAppointment;
import org.zhengyou.organizations.offices.OfficeEvent.OfficeAppointmentEnded;
import org.zhengyou.organizations.offices.OfficeEvent.OfficeAppointmentMade;
import org.zhengyou.organizations.register.Organization;
import org.zhengyou.organizations.register.OrganizationFact;
import org.zhengyou.organizations.register.OrganizationId;
import org.zhengyou.organizations.register.Register;

/**
 * 领导班子职务 (S90, S95). The offices of one organisation over time: one secretary at an instant, any
 * number of deputies and committee members.
 *
 * @param register the organisation
 * @param appointments to its offices, by id
 */
public record Offices(Register register, Map<AppointmentId, Held> appointments) {
    private static final String OWN = "offices";
    private static final String APPOINTMENT = "appointment";

    /** Nothing is known. */
    public static final Offices EMPTY = new Offices(Register.EMPTY, Map.of());

    /** The rules of offices. */
    public static final Decider<OfficeCommand, OfficeEvent, Offices> DECIDER =
            Decider.of(OWN, OfficeCommand.class, OfficeEvent.class)
                    .about(OfficeCommand::organization, OfficeEvent::organization)
                    .alsoDependsOn(Offices::dependsOn)
                    .alsoTagged(event -> Set.of(Tag.of(APPOINTMENT, event.appointment())))
                    .sees(OrganizationFact.class)
                    .decidesOverTime(EMPTY, Offices::decide, Offices::after)
                    .concerning(OfficeEvent::concern);

    /**
     * One appointment and its time.
     *
     * @param as how it was made
     * @param from since when it is held
     * @param until when it ended; null while no end is on record
     */
    public record Held(OfficeAppointmentMade as, Instant from, @Nullable Instant until) {
        /** Whether it is held at this instant or later. */
        public boolean lastsBeyond(Instant at) {
            return until == null || until.isAfter(at);
        }
    }

    /** Copies the map. */
    public Offices {
        appointments = Map.copyOf(appointments);
    }

    /** The tag by which all appointments to offices of an organisation are found. */
    public static Tag tag(OrganizationId organization) {
        return Tag.of(OWN, organization);
    }

    private static Set<Tag> dependsOn(OfficeCommand command) {
        return Set.of(
                Organization.tag(command.organization()),
                Tag.of(APPOINTMENT, command.appointment()));
    }

    private static List<OfficeEvent> decide(Offices state, OfficeCommand command, Given given) {
        return switch (command) {
            case AppointToOffice appoint -> state.appoint(appoint, given);
            case EndOfficeAppointment end -> state.end(end, given);
        };
    }

    private List<OfficeEvent> appoint(AppointToOffice a, Given given) {
        given.authority().requireCommitteeOrSetup(OfficeFunction.GUIDE, "S90");
        var made =
                new OfficeAppointmentMade(
                        a.appointment(), a.organization(), a.office(), a.person());
        Instant at = given.effectiveAt();
        Held same = appointments.get(a.appointment());
        if (same != null) {
            if (same.as().equals(made) && same.from().equals(at)) return List.of();
            throw refuse(
                    ALREADY_ON_RECORD,
                    "S90",
                    "this appointment is on record with other content or another date");
        }
        register.existing(a.organization(), at, "S90");
        for (Held held : appointments.values()) requireCompatible(held, a, at);
        return List.of(made);
    }

    /**
     * An appointment has no end yet, so everything that lasts beyond its beginning is beside it.
     */
    private static void requireCompatible(Held held, AppointToOffice a, Instant at) {
        OfficeAppointmentMade as = held.as();
        if (!as.organization().equals(a.organization()) || as.office() != a.office()) return;
        if (!held.lastsBeyond(at)) return;
        String other = as.appointment().value();
        if (as.person().equals(a.person()))
            throw refuse(ALREADY_ON_RECORD, "S90", "held by the same person already: " + other);
        if (a.office() == Office.SECRETARY)
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    "S90",
                    "there is one secretary at a time: appointment "
                            + other
                            + " lasts beyond that date, end it first");
    }

    private List<OfficeEvent> end(EndOfficeAppointment e, Given given) {
        given.authority().requireCommittee(OfficeFunction.GUIDE, "S90");
        Held held = appointments.get(e.appointment());
        if (held == null || !held.as().organization().equals(e.organization()))
            throw refuse(NOT_ON_RECORD, "S90", "no such appointment in this organisation");
        Instant at = given.effectiveAt();
        if (at.equals(held.until())) return List.of();
        if (held.until() != null)
            throw refuse(ALREADY_ON_RECORD, "S90", "it ends on another date, on record");
        if (!at.isAfter(held.from()))
            throw refuse(STEP_OUT_OF_ORDER, "S90", "it began on that date or later");
        return List.of(
                new OfficeAppointmentEnded(
                        e.appointment(),
                        e.organization(),
                        held.as().office(),
                        held.as().person(),
                        e.reason()));
    }

    /** With one more fact; facts of bodies change nothing. */
    public Offices after(Fact<?> fact) {
        if (!(fact.event() instanceof OfficeEvent event))
            return new Offices(register.after(fact), appointments);
        Map<AppointmentId, Held> next = new HashMap<>(appointments);
        switch (event) {
            case OfficeAppointmentMade e ->
                    next.put(e.appointment(), new Held(e, fact.effectiveAt(), null));
            case OfficeAppointmentEnded e ->
                    next.computeIfPresent(
                            e.appointment(),
                            (id, held) -> new Held(held.as(), held.from(), fact.effectiveAt()));
        }
        return new Offices(register, next);
    }
}
