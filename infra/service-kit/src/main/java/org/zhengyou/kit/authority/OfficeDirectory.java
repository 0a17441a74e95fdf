package org.zhengyou.kit.authority;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zhengyou.kit.authority.AppointmentFacts.BodyAppointmentEnded;
import org.zhengyou.kit.authority.AppointmentFacts.BodyAppointmentMade;
import org.zhengyou.kit.authority.AppointmentFacts.OfficeAppointmentEnded;
import org.zhengyou.kit.authority.AppointmentFacts.OfficeAppointmentMade;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Lookup;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.View;

/** 任职名录. Which offices and seats a person held, over time. One row per person. */
public final class OfficeDirectory implements View<OfficeDirectory.Held> {
    /** A row that says whether any office was ever filled. */
    static final String ANYBODY = "@anybody";

    /** The office of a secretary (书记). */
    public static final String SECRETARY = "SECRETARY";

    /** The office of a deputy secretary (副书记). */
    public static final String DEPUTY_SECRETARY = "DEPUTY_SECRETARY";

    private static final Held ANY =
            new Held(Map.of("any", new Appointment("", "", "", Timeline.empty())));

    /**
     * All a person ever held.
     *
     * @param appointments by appointment id
     */
    public record Held(Map<String, Appointment> appointments) {
        /** Copies the map. */
        public Held {
            appointments = Map.copyOf(appointments);
        }

        /** What is held at this instant, in the order of appointment ids. */
        public Stream<Map.Entry<String, Appointment>> at(Instant asOf) {
            return new TreeMap<>(appointments)
                    .entrySet().stream().filter(e -> e.getValue().held().at(asOf).orElse(false));
        }

        private Held with(String id, Appointment appointment) {
            Map<String, Appointment> more = new TreeMap<>(appointments);
            more.merge(id, appointment, Appointment::and);
            return new Held(more);
        }
    }

    /**
     * One appointment, to an office of an organisation or to a seat in a body.
     *
     * @param organization whose office, or whose body
     * @param office the office; empty for a seat
     * @param body the body; empty for an office
     * @param held true from the appointment, false from its end
     */
    public record Appointment(
            String organization, String office, String body, Timeline<Boolean> held) {

        private Appointment and(Appointment other) {
            Timeline<Boolean> both = held;
            for (var entry : other.held.entries()) both = both.with(entry.from(), entry.value());
            return new Appointment(
                    organization,
                    office.isEmpty() ? other.office : office,
                    body.isEmpty() ? other.body : body,
                    both);
        }
    }

    /** Whether any office was ever filled. */
    public static boolean isAnyFilled(Lookup lookup) {
        return !lookup.look(OfficeDirectory.class, ANYBODY).appointments().isEmpty();
    }

    /**
     * What this person held at this instant, in organisations that existed then: an office ends
     * with its organisation (S66).
     */
    public static Stream<Map.Entry<String, Appointment>> heldBy(
            Lookup lookup, String person, Instant at) {
        return lookup.look(OfficeDirectory.class, person)
                .at(at)
                .filter(
                        held ->
                                lookup.look(
                                                OrganizationDirectory.class,
                                                held.getValue().organization())
                                        .existsAt(at));
    }

    @Override
    public String name() {
        return "office-directory";
    }

    @Override
    public Class<Held> row() {
        return Held.class;
    }

    @Override
    public Held empty(String key) {
        return new Held(Map.of());
    }

    @Override
    public void on(Fact<?> fact, Documents<Held> rows) {
        switch (fact.event()) {
            case OfficeAppointmentMade e -> {
                var made = appointment(fact, e.organization(), e.office(), "", true);
                rows.update(e.person(), row -> row.with(e.appointment(), made));
                rows.update(ANYBODY, row -> row.appointments().isEmpty() ? ANY : row);
            }
            case OfficeAppointmentEnded e -> {
                var ended = appointment(fact, e.organization(), "", "", false);
                rows.update(e.person(), row -> row.with(e.appointment(), ended));
            }
            case BodyAppointmentMade e -> {
                var made = appointment(fact, e.organization(), "", e.body(), true);
                rows.update(e.person(), row -> row.with(e.appointment(), made));
            }
            case BodyAppointmentEnded e -> {
                var ended = appointment(fact, e.organization(), "", e.body(), false);
                rows.update(e.person(), row -> row.with(e.appointment(), ended));
            }
            default -> {}
        }
    }

    private static Appointment appointment(
            Fact<?> fact, String organization, String office, String body, boolean held) {
        return new Appointment(
                organization, office, body, Timeline.<Boolean>empty().with(fact.order(), held));
    }
}
