package org.zhengyou.kit.authority;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.zhengyou.kit.authority.AppointmentFacts.BodyAppointmentEnded;
import org.zhengyou.kit.authority.AppointmentFacts.BodyAppointmentMade;
import org.zhengyou.kit.authority.AppointmentFacts.OfficeAppointmentEnded;
import org.zhengyou.kit.authority.AppointmentFacts.OfficeAppointmentMade;
import org.zhengyou.kit.view.Directory;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Firsts;
import org.zhengyou.kit.view.Ledger;
import org.zhengyou.kit.view.Lookup;

/** 任职名录. Which offices and seats a person held, over time. One row per person. */
public final class OfficeDirectory extends Directory<OfficeDirectory.Held> {
    /** A row that says whether any office was ever filled. */
    static final String ANYBODY = "@anybody";

    /** The office of a secretary (书记). */
    public static final String SECRETARY = "SECRETARY";

    /** The office of a deputy secretary (副书记). */
    public static final String DEPUTY_SECRETARY = "DEPUTY_SECRETARY";

    private static final Held NOTHING = new Held(Ledger.empty(), Firsts.empty());

    /**
     * All a person ever held.
     *
     * @param appointments by appointment id
     * @param filled of the row {@link #ANYBODY} only: since when some office is filled
     */
    public record Held(Ledger<String, Appointment> appointments, Firsts<String> filled) {
        /** What is held at this instant, in the order of appointment ids. */
        public Stream<Map.Entry<String, Appointment>> at(Instant asOf) {
            return appointments.at(asOf).entrySet().stream().filter(e -> e.getValue().held());
        }

        private boolean isGivenAfter(Instant at) {
            return appointments.lines().values().stream()
                    .flatMap(line -> line.entries().stream())
                    .anyMatch(one -> one.value().held() && one.since().isAfter(at));
        }

        private Held with(String appointment, Fact<?> fact, Appointment said) {
            return new Held(appointments.with(appointment, fact.order(), said), filled);
        }

        private Held filled(Fact<?> fact) {
            return new Held(appointments, filled.with("any", fact.order()));
        }
    }

    /**
     * What one fact says of an appointment to an office of an organisation, or to a seat in a body.
     *
     * @param organization whose office, or whose body
     * @param office the office; empty for a seat, and of what has ended
     * @param body the body; empty for an office
     * @param held true from the appointment, false from its end
     */
    public record Appointment(String organization, String office, String body, boolean held) {}

    /** Whether any office was ever filled. */
    public static boolean isAnyFilled(Lookup lookup) {
        return !lookup.look(OfficeDirectory.class, ANYBODY).filled().isEmpty();
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

    /** Whether this person holds anything at this instant, or was given something that is later. */
    public static boolean isHolderFrom(Lookup lookup, String person, Instant from) {
        return heldBy(lookup, person, from).findAny().isPresent()
                || lookup.look(OfficeDirectory.class, person).isGivenAfter(from);
    }

    /** The directory. */
    public OfficeDirectory() {
        super("office-directory", Held.class, key -> NOTHING);
    }

    @Override
    public void on(Fact<?> fact, Documents<Held> rows) {
        switch (fact.event()) {
            case OfficeAppointmentMade e -> {
                var made = new Appointment(e.organization(), e.office(), "", true);
                rows.update(e.person(), row -> row.with(e.appointment(), fact, made));
                rows.update(ANYBODY, row -> row.filled(fact));
            }
            case OfficeAppointmentEnded e -> {
                var ended = new Appointment(e.organization(), "", "", false);
                rows.update(e.person(), row -> row.with(e.appointment(), fact, ended));
            }
            case BodyAppointmentMade e -> {
                var made = new Appointment(e.organization(), "", e.body(), true);
                rows.update(e.person(), row -> row.with(e.appointment(), fact, made));
            }
            case BodyAppointmentEnded e -> {
                var ended = new Appointment(e.organization(), "", e.body(), false);
                rows.update(e.person(), row -> row.with(e.appointment(), fact, ended));
            }
            default -> {}
        }
    }
}
