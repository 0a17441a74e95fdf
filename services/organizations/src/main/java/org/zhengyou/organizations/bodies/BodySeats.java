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
import org.zhengyou.organizations.bodies.BodyCommand.AppointToBody;
import org.zhengyou.organizations.bodies.BodyCommand.EndBodyAppointment;
import org.zhengyou.organizations.bodies.BodyEvent.BodyAppointmentEnded;
import org.zhengyou.organizations.bodies.BodyEvent.BodyAppointmentMade;
import org.zhengyou.organizations.bodies.BodyEvent.LeadingGroupFormed;
import org.zhengyou.organizations.offices.AppointmentId;
import org.zhengyou.organizations.offices.Office;
import org.zhengyou.organizations.offices.Offices;
import org.zhengyou.organizations.offices.Offices.Held;

/**
 * 席位 (S90). Who sits in bodies: appointed to a seat, or in the leading group by office.
 *
 * @param taken by appointment
 */
record BodySeats(Map<AppointmentId, Taken> taken) {
    static final BodySeats EMPTY = new BodySeats(Map.of());

    /** A seat and its time. */
    record Taken(BodyAppointmentMade as, Instant from, @Nullable Instant until) {}

    BodySeats {
        taken = Map.copyOf(taken);
    }

    List<BodyEvent> appoint(AppointToBody a, BodyEvent body, Instant at) {
        if (body instanceof LeadingGroupFormed && a.seat() != Seat.MEMBER)
            throw refuse(OUT_OF_SCOPE, "S90", "head and deputies follow their offices");
        var made =
                new BodyAppointmentMade(
                        a.appointment(), a.body(), body.organization(), a.seat(), a.person(), null);
        Taken same = taken.get(a.appointment());
        if (same != null) {
            if (same.as().equals(made) && same.from().equals(at)) return List.of();
            throw refuse(
                    ALREADY_ON_RECORD,
                    "S90",
                    "this appointment is on record with other content or another date");
        }
        for (Taken one : taken.values()) requireOther(one, made, at);
        return List.of(made);
    }

    private static void requireOther(Taken one, BodyAppointmentMade made, Instant at) {
        if (one.as().body().equals(made.body())
                && one.as().person().equals(made.person())
                && one.as().seat() == made.seat()
                && (one.until() == null || one.until().isAfter(at)))
            throw refuse(
                    ALREADY_ON_RECORD,
                    "S90",
                    "this person has that seat: " + one.as().appointment().value());
    }

    List<BodyEvent> end(EndBodyAppointment e, Instant at) {
        Taken one = taken.get(e.appointment());
        if (one == null || !one.as().body().equals(e.body()))
            throw refuse(NOT_ON_RECORD, "S90", "no such appointment in this body");
        if (one.as().followsAppointment() != null)
            throw refuse(OUT_OF_SCOPE, "S90", "this seat follows an office: it ends with that");
        if (at.equals(one.until())) return List.of();
        if (one.until() != null)
            throw refuse(ALREADY_ON_RECORD, "S90", "it ends on another date, on record");
        if (!at.isAfter(one.from()))
            throw refuse(STEP_OUT_OF_ORDER, "S90", "it began on that date or later");
        return List.of(ended(one.as()));
    }

    /**
     * What makes the seats of the leading group follow the offices as held at an instant, in the
     * order of the appointments' ids. A seat before the group exists does no harm and saves saying
     * it again: it shows from when the group was formed.
     */
    List<BodyEvent> follow(Offices offices, LeadingGroupFormed group, Instant formed, Instant at) {
        List<BodyEvent> events = new ArrayList<>();
        offices.appointments().values().stream()
                .filter(held -> held.as().office() != Office.COMMITTEE_MEMBER)
                .filter(held -> held.as().organization().equals(group.organization()))
                .sorted(Comparator.comparing(held -> held.as().appointment().value()))
                .forEach(held -> follow(held, group, formed, at, events));
        return events;
    }

    private void follow(
            Held held,
            LeadingGroupFormed group,
            Instant formed,
            Instant at,
            List<BodyEvent> events) {
        AppointmentId id = seatOf(held.as().appointment());
        Taken seat = taken.get(id);
        if (seat == null) {
            if (!held.from().isAfter(at) && held.lastsBeyond(at) && held.lastsBeyond(formed))
                events.add(seated(id, held, group));
        } else if (seat.until() == null && !held.lastsBeyond(at) && !seat.from().isAfter(at)) {
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

    BodySeats after(BodyEvent event, Instant at) {
        Map<AppointmentId, Taken> next = new HashMap<>(taken);
        if (event instanceof BodyAppointmentMade made)
            next.put(made.appointment(), new Taken(made, at, null));
        else if (event instanceof BodyAppointmentEnded ended)
            next.computeIfPresent(
                    ended.appointment(), (id, one) -> new Taken(one.as(), one.from(), at));
        return new BodySeats(next);
    }
}
