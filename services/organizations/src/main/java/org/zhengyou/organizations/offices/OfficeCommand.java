package org.zhengyou.organizations.offices;

import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.MayLieAhead;
import org.zhengyou.kit.decide.New;
import org.zhengyou.kit.validation.Text;
import org.zhengyou.organizations.register.OrganizationId;

/** 任职 (S90, S95). What may be said of offices. */
public sealed interface OfficeCommand {
    /** The appointment concerned. */
    AppointmentId appointment();

    /** The organisation whose office it is. */
    OrganizationId organization();

    /**
     * 任职 (S90, S95). A person holds an office from the effective date on. Nobody decides about
     * their own superiors: the offices of the university committee itself are filled by its
     * secretary, that of the secretary from above ({@code SETUP}).
     *
     * @param appointment a new random id
     * @param organization whose office
     * @param office which office; there is one secretary at a time
     * @param person who; for a Party member the member id
     */
    @Allowed(function = OfficeFunction.GUIDE, level = Allowed.Level.COMMITTEE, clause = "S90")
    @Allowed(level = Allowed.Level.COMMITTEE_ITSELF, clause = "S90")
    @Allowed(level = Allowed.Level.ABOVE_COMMITTEE, clause = "S90")
    @Allowed(level = Allowed.Level.SETUP, clause = "S90")
    @MayLieAhead
    record AppointToOffice(
            @New AppointmentId appointment,
            OrganizationId organization,
            Office office,
            PersonId person)
            implements OfficeCommand {}

    /**
     * 免职 (S90, S95). The appointment ends on the effective date. An office of the university
     * committee itself ends by who may fill it, or is laid down by who holds it.
     *
     * @param appointment which
     * @param organization whose office
     * @param reason why; at most 200 characters; names nobody
     */
    @Allowed(function = OfficeFunction.GUIDE, level = Allowed.Level.COMMITTEE, clause = "S90")
    @Allowed(level = Allowed.Level.COMMITTEE_ITSELF, clause = "S90")
    @Allowed(level = Allowed.Level.ABOVE_COMMITTEE, clause = "S90")
    @Allowed(level = Allowed.Level.SELF, clause = "S90")
    @MayLieAhead
    record EndOfficeAppointment(
            AppointmentId appointment, OrganizationId organization, @Text(max = 200) String reason)
            implements OfficeCommand {}
}
