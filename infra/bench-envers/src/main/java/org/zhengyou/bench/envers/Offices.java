package org.zhengyou.bench.envers;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengyou.bench.envers.Repositories.Appointments;

/** Who may do what: a secretary, or deputy, of an organisation or of one above it. */
@Component
class Offices {
    private final Appointments appointments;

    Offices(Appointments appointments) {
        this.appointments = appointments;
    }

    /**
     * The person leads this organisation or one above it on that day.
     *
     * @throws Refused otherwise
     */
    void requireLeads(String person, Organization organization, LocalDate day) {
        Set<UUID> line = new HashSet<>();
        for (@Nullable Organization one = organization; one != null; one = one.parent())
            line.add(one.id());
        if (!leadsAny(person, line, day))
            throw new Refused("ACTOR_LACKS_AUTHORITY", "leads no organisation above");
    }

    /**
     * The person leads the university committee on that day.
     *
     * @throws Refused otherwise
     */
    void requireLeadsCommittee(String person, LocalDate day) {
        boolean leads =
                appointments.heldBy(person).stream()
                        .filter(one -> one.isLeadingOn(day))
                        .map(Appointment::organization)
                        .anyMatch(one -> one != null && one.type().equals("PARTY_COMMITTEE"));
        if (!leads) throw new Refused("ACTOR_LACKS_AUTHORITY", "does not lead the committee");
    }

    private boolean leadsAny(String person, Set<UUID> line, LocalDate day) {
        return appointments.heldBy(person).stream()
                .filter(one -> one.isLeadingOn(day))
                .map(Appointment::organization)
                .anyMatch(one -> one != null && one.existsOn(day) && line.contains(one.id()));
    }
}
