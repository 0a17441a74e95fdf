package org.zhengyou.organizations.bodies;

import java.util.Optional;
import org.zhengyou.kit.policy.Policy;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.organizations.bodies.BodyCommand.SeatOfficeHolders;
import org.zhengyou.organizations.bodies.BodyEvent.LeadingGroupFormed;
import org.zhengyou.organizations.offices.Office;
import org.zhengyou.organizations.offices.OfficeEvent;
import org.zhengyou.organizations.register.OrganizationId;

/**
 * 席位随职务 (S90). A change of secretary or deputy secretary changes the leading group, and a newly
 * formed one is filled with those in office. Whether the office is the committee's is decided with
 * the command.
 */
public final class WhenOfficeAppointmentChangedThenLeadingGroupSeatFollows implements Policy {
    @Override
    public String name() {
        return "when-office-appointment-changed-then-leading-group-seat-follows";
    }

    @Override
    public Optional<SeatOfficeHolders> on(Fact<?> fact) {
        return switch (fact.event()) {
            case LeadingGroupFormed e -> seats(e.organization());
            case OfficeEvent e when e.office() != Office.COMMITTEE_MEMBER ->
                    seats(e.organization());
            default -> Optional.empty();
        };
    }

    private static Optional<SeatOfficeHolders> seats(OrganizationId organization) {
        return Optional.of(new SeatOfficeHolders(organization));
    }
}
