package org.zhengyou.organizations.bodies;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.MayLieAhead;
import org.zhengyou.kit.decide.New;
import org.zhengyou.kit.validation.Consistent;
import org.zhengyou.kit.validation.Violation;
import org.zhengyou.organizations.offices.AppointmentId;
import org.zhengyou.organizations.offices.PersonId;
import org.zhengyou.organizations.register.OrganizationId;

/** 活动机构 (S90-S94). What may be said of the bodies that run the campaign. */
public sealed interface BodyCommand {
    /** What it is about: a body, or the organisation whose leading group it is about. */
    Identifier about();

    /** What may be said of one body. */
    sealed interface OfBody extends BodyCommand {
        /** The body concerned. */
        BodyId body();

        @Override
        default Identifier about() {
            return body();
        }
    }

    /**
     * 成立领导小组 (S90). The university forms its leading group; its seats follow the offices.
     *
     * @param body a new random id
     * @param organization the university Party committee
     */
    @Allowed(function = OfficeFunction.GUIDE, level = Allowed.Level.COMMITTEE, clause = "S90")
    @MayLieAhead
    record FormLeadingGroup(@New BodyId body, OrganizationId organization) implements OfBody {}

    /**
     * 成立活动办公室 (S91, S94). The university, or a second-tier organisation, forms its campaign office.
     *
     * @param body a new random id
     * @param organization whose campaign office
     * @param level UNIVERSITY for the committee, UNIT for a second-tier organisation
     * @param leads departments that lead it; for the university exactly the two the plan names
     * @param members further departments in it
     */
    @Allowed(
            function = OfficeFunction.GUIDE,
            level = Allowed.Level.COMMITTEE,
            clause = {"S91", "S94"})
    @MayLieAhead
    record FormCampaignOffice(
            @New BodyId body,
            OrganizationId organization,
            CampaignOfficeLevel level,
            Set<Department> leads,
            Set<Department> members)
            implements OfBody, Consistent {
        @Override
        public List<Violation> contradictions() {
            return Violation.unless(
                    Collections.disjoint(leads, members),
                    "members",
                    "must name no department that leads | 不得列出牵头部门");
        }
    }

    /**
     * 下设工作组 (S92). The university campaign office gets a working group.
     *
     * @param body a new random id
     * @param organization the university Party committee
     * @param campaignOffice the university campaign office
     * @param kind one of three, each once
     */
    @Allowed(function = OfficeFunction.GUIDE, level = Allowed.Level.COMMITTEE, clause = "S92")
    @MayLieAhead
    record FormWorkingGroup(
            @New BodyId body,
            OrganizationId organization,
            BodyId campaignOffice,
            WorkingGroupKind kind)
            implements OfBody {}

    /**
     * 任命成员 (S90). A person takes a seat. Head and deputies of the leading group are not appointed
     * like this: they are whoever is secretary and deputy secretary.
     *
     * @param appointment a new random id
     * @param body which body
     * @param seat which seat
     * @param person who
     */
    @Allowed(level = Allowed.Level.COMMITTEE_ITSELF, clause = "S90")
    @MayLieAhead
    record AppointToBody(@New AppointmentId appointment, BodyId body, Seat seat, PersonId person)
            implements OfBody {}

    /**
     * 免去席位 (S90). A seat is given up.
     *
     * @param appointment which
     * @param body which body
     */
    @Allowed(level = Allowed.Level.COMMITTEE_ITSELF, clause = "S90")
    @MayLieAhead
    record EndBodyAppointment(AppointmentId appointment, BodyId body) implements OfBody {}

    /**
     * 授予职能 (S93). The body gets one of the four functions.
     *
     * @param body which body
     * @param function which function
     */
    @Allowed(level = Allowed.Level.COMMITTEE_ITSELF, clause = "S93")
    @MayLieAhead
    record GrantFunction(BodyId body, OfficeFunction function) implements OfBody {}

    /**
     * 席位随职务调整 (S90). The seats of the leading group follow the offices of its committee as held on
     * the effective date: the secretary heads it, every deputy secretary is a deputy head (Q18).
     * The platform sends it whenever such an office changes; by hand it is needed only where
     * offices of later dates were on record before the group was formed.
     *
     * @param organization whose offices
     */
    @Allowed(function = OfficeFunction.GUIDE, level = Allowed.Level.COMMITTEE, clause = "S90")
    @MayLieAhead
    record SeatOfficeHolders(OrganizationId organization) implements BodyCommand {
        @Override
        public Identifier about() {
            return organization;
        }
    }
}
