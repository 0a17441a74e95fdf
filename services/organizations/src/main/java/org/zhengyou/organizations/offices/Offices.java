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
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.History;
import org.zhengyou.kit.decide.Once;
import org.zhengyou.kit.decide.Told;
import org.zhengyou.organizations.offices.OfficeCommand.AppointToOffice;
import org.zhengyou.organizations.offices.OfficeCommand.EndOfficeAppointment;
import org.zhengyou.organizations.offices.OfficeEvent.OfficeAppointmentEnded;
import org.zhengyou.organizations.offices.OfficeEvent.OfficeAppointmentMade;
import org.zhengyou.organizations.register.Organization;

/**
 * 领导班子职务 (S90, S95). The offices of one organisation over time: one secretary at an instant, any
 * number of deputies and committee members.
 *
 * @param appointments to its offices, by id
 */
public record Offices(Map<AppointmentId, Held> appointments) {
    private static final String CLAUSE = "S90";

    /** The offices of an organisation. */
    public static final Ground<Offices> GROUND =
            Ground.of("offices", OfficeEvent.class, new Offices(Map.of()), Offices::after);

    /** How an appointment with an id was made, in whatever organisation. */
    private static final Ground<History<OfficeAppointmentMade>> APPOINTMENT =
            Ground.of("appointment", OfficeAppointmentMade.class, History.none(), History::and);

    /** The rules of offices. */
    public static Decider<OfficeCommand, OfficeEvent, Offices> decider() {
        return Decider.of("offices", OfficeCommand.class, OfficeEvent.class)
                .about(OfficeCommand::organization, OfficeEvent::organization)
                .restsOn(
                        Organization.GROUND,
                        c -> c instanceof AppointToOffice a ? a.organization() : null)
                .restsOn(APPOINTMENT, c -> c instanceof AppointToOffice a ? a.appointment() : null)
                .alsoTagged(
                        event ->
                                switch (event) {
                                    case OfficeAppointmentMade e ->
                                            Set.of(APPOINTMENT.tag(e.appointment()));
                                    case OfficeAppointmentEnded e -> Set.of();
                                })
                .decides(GROUND, Offices::decide)
                .concerning(OfficeEvent::concern);
    }

    /**
     * One appointment and its time.
     *
     * @param made how it was made: held from then on
     * @param ended how it ended; null while no end is on record
     */
    public record Held(
            Told<OfficeAppointmentMade> made, @Nullable Told<OfficeAppointmentEnded> ended) {
        /** How it was made. */
        public OfficeAppointmentMade as() {
            return made.event();
        }

        /** Whether it is held at this instant or later. */
        public boolean lastsBeyond(Instant at) {
            return ended == null || !ended.isTrueAt(at);
        }
    }

    /** Copies the map. */
    public Offices {
        appointments = Map.copyOf(appointments);
    }

    private static List<? extends OfficeEvent> decide(
            Offices offices, OfficeCommand command, Given given) {
        return switch (command) {
            case AppointToOffice c -> offices.appoint(c, given);
            case EndOfficeAppointment c -> offices.end(c, given);
        };
    }

    private List<OfficeAppointmentMade> appoint(AppointToOffice c, Given given) {
        if (isOfCommittee(c, given)) requireRank(c.office(), given);
        else given.authority().requireCommitteeOrSetup(OfficeFunction.GUIDE, CLAUSE);
        var made =
                new OfficeAppointmentMade(
                        c.appointment(), c.organization(), c.office(), c.person());
        var known = given.on(APPOINTMENT).last(OfficeAppointmentMade.class).orElse(null);
        if (Once.of(known, made, given)
                .or(CLAUSE, "this appointment is on record with other content or date"))
            return List.of();
        given.on(Organization.GROUND).require(c.organization(), given.effectiveAt(), CLAUSE);
        for (Held held : appointments.values()) requireCompatible(held, c, given.effectiveAt());
        Auditors.requireNone(c.person(), given, CLAUSE);
        return List.of(made);
    }

    /**
     * An appointment has no end yet, so everything that lasts beyond its beginning is beside it.
     */
    private static void requireCompatible(Held held, AppointToOffice c, Instant at) {
        if (held.as().office() != c.office() || !held.lastsBeyond(at)) return;
        String other = held.as().appointment().value();
        if (held.as().person().equals(c.person()))
            throw refuse(ALREADY_ON_RECORD, CLAUSE, "held by the same person already: " + other);
        if (c.office() == Office.SECRETARY)
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    CLAUSE,
                    "there is one secretary at a time: appointment "
                            + other
                            + " lasts beyond that date, end it first");
    }

    private List<OfficeAppointmentEnded> end(EndOfficeAppointment c, Given given) {
        Held held = appointments.get(c.appointment());
        requireEnding(held, c, given);
        if (held == null)
            throw refuse(NOT_ON_RECORD, CLAUSE, "no such appointment in this organisation");
        var ended =
                new OfficeAppointmentEnded(
                        c.appointment(),
                        c.organization(),
                        held.as().office(),
                        held.as().person(),
                        c.reason());
        if (Once.of(held.ended(), ended, given)
                .or(CLAUSE, "it ends on another date or for another reason")) return List.of();
        if (!given.effectiveAt().isAfter(held.made().effectiveAt()))
            throw refuse(STEP_OUT_OF_ORDER, CLAUSE, "it began on that date or later");
        return List.of(ended);
    }

    private static void requireEnding(@Nullable Held held, EndOfficeAppointment c, Given given) {
        if (!isOfCommittee(c, given))
            given.authority().requireCommittee(OfficeFunction.GUIDE, CLAUSE);
        else if (held != null && held.as().person().value().equals(given.actor().person()))
            layDown(held, given);
        else requireRank(held == null ? Office.COMMITTEE_MEMBER : held.as().office(), given);
    }

    /**
     * One's own office, and by one's own hand: else a deputy could do it in the secretary's place.
     */
    private static void layDown(Held held, Given given) {
        given.authority().requireInPerson(CLAUSE);
        given.authority().requireSelf(held.as().person().value(), CLAUSE);
    }

    /** Nobody decides about their own superior: above the secretary stands nobody here. */
    private static void requireRank(Office office, Given given) {
        if (office == Office.SECRETARY) given.authority().requireAboveCommittee(CLAUSE);
        else given.authority().requireCommitteeSecretary(CLAUSE);
    }

    private static boolean isOfCommittee(OfficeCommand c, Given given) {
        return OrganizationDirectory.committee(given)
                .filter(c.organization().value()::equals)
                .isPresent();
    }

    private Offices after(Told<OfficeEvent> told) {
        Map<AppointmentId, Held> next = new HashMap<>(appointments);
        switch (told.event()) {
            case OfficeAppointmentMade e -> next.put(e.appointment(), new Held(told.as(e), null));
            case OfficeAppointmentEnded e ->
                    next.computeIfPresent(
                            e.appointment(), (id, held) -> new Held(held.made(), told.as(e)));
        }
        return new Offices(next);
    }
}
