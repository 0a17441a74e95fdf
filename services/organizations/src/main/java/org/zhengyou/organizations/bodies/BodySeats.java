package org.zhengyou.organizations.bodies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Once;
import org.zhengyou.kit.decide.Told;
import org.zhengyou.organizations.bodies.BodyCommand.EndBodyAppointment;
import org.zhengyou.organizations.bodies.BodyEvent.BodyAppointmentEnded;
import org.zhengyou.organizations.bodies.BodyEvent.BodyAppointmentMade;
import org.zhengyou.organizations.bodies.BodyEvent.LeadingGroupFormed;
import org.zhengyou.organizations.bodies.BodyEvent.SeatEvent;
import org.zhengyou.organizations.offices.AppointmentId;
import org.zhengyou.organizations.offices.Office;
import org.zhengyou.organizations.offices.Offices;
import org.zhengyou.organizations.offices.Offices.Held;

/**
 * 席位 (S90). Who sits in a body: appointed to a seat, or in the leading group by office.
 *
 * @param taken by appointment
 */
record BodySeats(Map<AppointmentId, Taken> taken) {
    static final BodySeats EMPTY = new BodySeats(Map.of());
    private static final String CLAUSE = "S90";

    /** A seat and its time. */
    record Taken(Told<BodyAppointmentMade> made, @Nullable Told<BodyAppointmentEnded> ended) {
        BodyAppointmentMade as() {
            return made.event();
        }
    }

    BodySeats {
        taken = Map.copyOf(taken);
    }

    /** Nobody has one seat twice: an appointment has no end yet. */
    void requireFree(BodyAppointmentMade made, Instant at) {
        for (Taken one : taken.values())
            if (one.as().person().equals(made.person())
                    && one.as().seat() == made.seat()
                    && (one.ended() == null || !one.ended().isTrueAt(at)))
                throw refuse(
                        ALREADY_ON_RECORD,
                        CLAUSE,
                        "this person has that seat: " + one.as().appointment().value());
    }

    List<BodyAppointmentEnded> end(EndBodyAppointment c, Given given) {
        Taken one = taken.get(c.appointment());
        if (one == null) throw refuse(NOT_ON_RECORD, CLAUSE, "no such appointment in this body");
        if (one.as().followsAppointment() != null)
            throw refuse(OUT_OF_SCOPE, CLAUSE, "this seat follows an office: it ends with that");
        BodyAppointmentEnded ended = ended(one.as());
        if (Once.of(one.ended(), ended, given).or(CLAUSE, "it ends on another date"))
            return List.of();
        if (!given.effectiveAt().isAfter(one.made().effectiveAt()))
            throw refuse(STEP_OUT_OF_ORDER, CLAUSE, "it began on that date or later");
        return List.of(ended);
    }

    /**
     * What makes the seats of the leading group follow the offices as held at an instant, in the
     * order of the appointments' ids. A seat before the group exists does no harm and saves saying
     * it again: it shows from when the group was formed.
     */
    List<SeatEvent> follow(Offices offices, Told<LeadingGroupFormed> group, Instant at) {
        List<SeatEvent> events = new ArrayList<>();
        offices.appointments().values().stream()
                .filter(held -> held.as().office() != Office.COMMITTEE_MEMBER)
                .sorted(Comparator.comparing(held -> held.as().appointment().value()))
                .forEach(held -> follow(held, group, at, events));
        return events;
    }

    private void follow(
            Held held, Told<LeadingGroupFormed> group, Instant at, List<SeatEvent> events) {
        AppointmentId id = seatOf(held.as().appointment());
        Taken seat = taken.get(id);
        if (seat == null) {
            if (held.made().isTrueAt(at)
                    && held.lastsBeyond(at)
                    && held.lastsBeyond(group.effectiveAt()))
                events.add(seated(id, held, group.event()));
        } else if (seat.ended() == null && !held.lastsBeyond(at) && seat.made().isTrueAt(at)) {
            events.add(ended(seat.as()));
        }
    }

    private static BodyAppointmentMade seated(
            AppointmentId id, Held held, LeadingGroupFormed group) {
        return new BodyAppointmentMade(
                id,
                group.body(),
                group.organization(),
                held.as().office() == Office.SECRETARY ? Seat.HEAD : Seat.DEPUTY_HEAD,
                held.as().person(),
                held.as().appointment());
    }

    private static BodyAppointmentEnded ended(BodyAppointmentMade made) {
        return new BodyAppointmentEnded(
                made.appointment(),
                made.body(),
                made.organization(),
                made.person(),
                made.followsAppointment());
    }

    /** Derived, so that one appointment to an office gives one seat, however often it is told. */
    static AppointmentId seatOf(AppointmentId office) {
        String name = "leading-group-seat/" + office.value();
        return new AppointmentId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString());
    }

    BodySeats after(Told<SeatEvent> told) {
        Map<AppointmentId, Taken> next = new HashMap<>(taken);
        switch (told.event()) {
            case BodyAppointmentMade e -> next.put(e.appointment(), new Taken(told.as(e), null));
            case BodyAppointmentEnded e ->
                    next.computeIfPresent(
                            e.appointment(), (id, one) -> new Taken(one.made(), told.as(e)));
        }
        return new BodySeats(next);
    }
}
