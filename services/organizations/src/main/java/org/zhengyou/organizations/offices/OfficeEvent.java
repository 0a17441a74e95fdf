package org.zhengyou.organizations.offices;

import org.zhengyou.kit.decide.Concern;
import org.zhengyou.organizations.register.OrganizationId;

/** 任职 (S90, S95). What happened to offices. */
public sealed interface OfficeEvent {
    /** The appointment concerned. */
    AppointmentId appointment();

    /** Which office. */
    Office office();

    /** The organisation whose office it is. */
    OrganizationId organization();

    /** What it says of itself to everybody. */
    default Concern concern() {
        return switch (this) {
            case OfficeAppointmentMade e ->
                    Concern.of(e.organization(), "S90", "S95").and(e.person());
            case OfficeAppointmentEnded e ->
                    Concern.of(e.organization(), "S90", "S95").and(e.person());
        };
    }

    /**
     * 已任职 (S90, S95).
     *
     * @param appointment which
     * @param organization whose office
     * @param office which office
     * @param person who
     */
    record OfficeAppointmentMade(
            AppointmentId appointment, OrganizationId organization, Office office, PersonId person)
            implements OfficeEvent {}

    /**
     * 已免职 (S90, S95).
     *
     * @param appointment which
     * @param organization whose office
     * @param office which office
     * @param person who held it
     * @param reason why
     */
    record OfficeAppointmentEnded(
            AppointmentId appointment,
            OrganizationId organization,
            Office office,
            PersonId person,
            String reason)
            implements OfficeEvent {}
}
