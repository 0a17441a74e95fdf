package org.zhengyou.organizations.bodies;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.History;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.organizations.bodies.BodyCommand.AppointToBody;
import org.zhengyou.organizations.bodies.BodyCommand.FormCampaignOffice;
import org.zhengyou.organizations.bodies.BodyCommand.FormLeadingGroup;
import org.zhengyou.organizations.bodies.BodyCommand.FormWorkingGroup;
import org.zhengyou.organizations.bodies.BodyCommand.SeatOfficeHolders;
import org.zhengyou.organizations.bodies.BodyEvent.BodyAppointmentEnded;
import org.zhengyou.organizations.bodies.BodyEvent.BodyAppointmentMade;
import org.zhengyou.organizations.bodies.BodyEvent.CampaignOfficeFormed;
import org.zhengyou.organizations.bodies.BodyEvent.FunctionGranted;
import org.zhengyou.organizations.bodies.BodyEvent.LeadingGroupFormed;
import org.zhengyou.organizations.bodies.BodyEvent.SeatEvent;
import org.zhengyou.organizations.bodies.BodyEvent.WorkingGroupFormed;
import org.zhengyou.organizations.offices.AppointmentId;
import org.zhengyou.organizations.register.OrganizationId;

/**
 * 依据 (S90-S94). What decisions about bodies rest on besides the body itself: whatever would take
 * its place, and what it follows.
 */
final class BodyGrounds {
    /** The leading group, of which there is one. */
    static final Ground<History<LeadingGroupFormed>> LEADING_GROUP =
            Ground.of("leadingGroup", LeadingGroupFormed.class, History.none(), History::and);

    /** The seats in the leading group that follow an office. */
    static final Ground<BodySeats> SEATS_BY_OFFICE =
            Ground.of("leadingGroup", SeatEvent.class, BodySeats.EMPTY, BodySeats::after);

    /** The campaign office of an organisation. */
    static final Ground<History<CampaignOfficeFormed>> CAMPAIGN_OFFICE =
            Ground.of("campaignOffice", CampaignOfficeFormed.class, History.none(), History::and);

    /** The campaign office with an id. */
    static final Ground<History<CampaignOfficeFormed>> OFFICE_ABOVE =
            Ground.of("body", CampaignOfficeFormed.class, History.none(), History::and);

    /** The working group of a kind. */
    static final Ground<History<WorkingGroupFormed>> WORKING_GROUP =
            Ground.of("workingGroup", WorkingGroupFormed.class, History.none(), History::and);

    /** How somebody was appointed to a seat, in whatever body. */
    static final Ground<History<BodyAppointmentMade>> APPOINTMENT =
            Ground.of("seat", BodyAppointmentMade.class, History.none(), History::and);

    private static final Tag UNIVERSITY = LEADING_GROUP.tag("university");

    private BodyGrounds() {}

    static @Nullable OrganizationId organization(BodyCommand command) {
        if (command instanceof FormLeadingGroup c) return c.organization();
        return campaignOffice(command);
    }

    static @Nullable OrganizationId offices(BodyCommand command) {
        return command instanceof SeatOfficeHolders c ? c.organization() : null;
    }

    static Set<Tag> leadingGroup(BodyCommand command) {
        return command instanceof FormLeadingGroup || command instanceof SeatOfficeHolders
                ? Set.of(UNIVERSITY)
                : Set.of();
    }

    static Set<Tag> seatsByOffice(BodyCommand command) {
        return command instanceof SeatOfficeHolders ? Set.of(UNIVERSITY) : Set.of();
    }

    static @Nullable OrganizationId campaignOffice(BodyCommand command) {
        return command instanceof FormCampaignOffice c ? c.organization() : null;
    }

    static @Nullable BodyId officeAbove(BodyCommand command) {
        return command instanceof FormWorkingGroup c ? c.campaignOffice() : null;
    }

    static Set<Tag> workingGroup(BodyCommand command) {
        return command instanceof FormWorkingGroup c
                ? Set.of(WORKING_GROUP.tag(c.kind().name()))
                : Set.of();
    }

    static @Nullable AppointmentId appointment(BodyCommand command) {
        return command instanceof AppointToBody c ? c.appointment() : null;
    }

    static Set<Tag> tags(BodyEvent event) {
        return switch (event) {
            case LeadingGroupFormed e -> Set.of(UNIVERSITY);
            case CampaignOfficeFormed e -> Set.of(CAMPAIGN_OFFICE.tag(e.organization()));
            case WorkingGroupFormed e -> Set.of(WORKING_GROUP.tag(e.kind().name()));
            case BodyAppointmentMade e ->
                    e.followsAppointment() == null
                            ? Set.of(APPOINTMENT.tag(e.appointment()))
                            : Set.of(APPOINTMENT.tag(e.appointment()), UNIVERSITY);
            case BodyAppointmentEnded e ->
                    e.followsAppointment() == null ? Set.of() : Set.of(UNIVERSITY);
            case FunctionGranted e -> Set.of();
        };
    }
}
