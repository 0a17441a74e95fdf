package org.zhengyou.organizations.bodies;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.organizations.University.BRANCH;
import static org.zhengyou.organizations.University.COLLEGE;
import static org.zhengyou.organizations.University.COMMITTEE;
import static org.zhengyou.organizations.University.LIBRARY;
import static org.zhengyou.organizations.University.LIN;
import static org.zhengyou.organizations.bodies.CampaignOfficeLevel.UNIT;
import static org.zhengyou.organizations.bodies.CampaignOfficeLevel.UNIVERSITY;
import static org.zhengyou.organizations.bodies.Department.DISCIPLINE_COMMISSION;
import static org.zhengyou.organizations.bodies.Department.OTHER_DEPARTMENT;
import static org.zhengyou.organizations.bodies.Department.PARTY_COMMITTEE_OFFICE;
import static org.zhengyou.organizations.bodies.Department.PARTY_ORGANIZATION_DEPARTMENT;
import static org.zhengyou.organizations.bodies.Department.PUBLICITY_AND_UNITED_FRONT_DEPARTMENT;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.authority.AppointmentFacts;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.authority.RoleFacts;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.validation.Validity;
import org.zhengyou.organizations.University;
import org.zhengyou.organizations.bodies.BodyCommand.AppointToBody;
import org.zhengyou.organizations.bodies.BodyCommand.EndBodyAppointment;
import org.zhengyou.organizations.bodies.BodyCommand.FormCampaignOffice;
import org.zhengyou.organizations.bodies.BodyCommand.FormWorkingGroup;
import org.zhengyou.organizations.bodies.BodyCommand.GrantFunction;
import org.zhengyou.organizations.bodies.BodyEvent.BodyAppointmentEnded;
import org.zhengyou.organizations.bodies.BodyEvent.BodyAppointmentMade;
import org.zhengyou.organizations.bodies.BodyEvent.CampaignOfficeFormed;
import org.zhengyou.organizations.bodies.BodyEvent.FunctionGranted;
import org.zhengyou.organizations.bodies.BodyEvent.WorkingGroupFormed;
import org.zhengyou.organizations.offices.AppointmentId;
import org.zhengyou.organizations.register.OrganizationId;

class CampaignBodyTest {
    private static final Set<Department> LEADS =
            Set.of(PARTY_ORGANIZATION_DEPARTMENT, PUBLICITY_AND_UNITED_FRONT_DEPARTMENT);
    private static final Set<Department> MEMBERS =
            Set.of(PARTY_COMMITTEE_OFFICE, DISCIPLINE_COMMISSION, OTHER_DEPARTMENT);
    private static final BodyId OFFICE = new BodyId("office");
    private static final BodyId GROUP = new BodyId("group");
    private static final AppointmentId SEAT = new AppointmentId("seat");
    private static final CampaignOfficeFormed FORMED =
            new CampaignOfficeFormed(
                    OFFICE, COMMITTEE, UNIVERSITY, new TreeSet<>(LEADS), new TreeSet<>(MEMBERS));
    private static final BodyAppointmentMade SEATED =
            new BodyAppointmentMade(SEAT, OFFICE, COMMITTEE, Seat.HEAD, LIN, null);

    private static DeciderScenario<BodyCommand, BodyEvent, CampaignBody> scenario() {
        return University.scenario(CampaignBody.decider());
    }

    private static FormCampaignOffice university(Set<Department> leads, Set<Department> members) {
        return new FormCampaignOffice(OFFICE, COMMITTEE, UNIVERSITY, leads, members);
    }

    private static FormCampaignOffice unit(String id, OrganizationId organization) {
        return new FormCampaignOffice(new BodyId(id), organization, UNIT, Set.of(), Set.of());
    }

    private static CampaignOfficeFormed unitFormed(String id, OrganizationId organization) {
        return new CampaignOfficeFormed(
                new BodyId(id), organization, UNIT, new TreeSet<>(), new TreeSet<>());
    }

    private static FormWorkingGroup group(String id, WorkingGroupKind kind) {
        return new FormWorkingGroup(new BodyId(id), COMMITTEE, OFFICE, kind);
    }

    @Test
    void the_two_departments_lead_the_university_s_campaign_office() {
        scenario()
                .when(university(LEADS, MEMBERS))
                .thenEvents(FORMED)
                .when(university(Set.of(PARTY_ORGANIZATION_DEPARTMENT), MEMBERS))
                .thenRefused(OUT_OF_SCOPE, "S91", "PUBLICITY_AND_UNITED_FRONT_DEPARTMENT")
                .when(
                        university(
                                Set.of(
                                        PARTY_ORGANIZATION_DEPARTMENT,
                                        PUBLICITY_AND_UNITED_FRONT_DEPARTMENT,
                                        OTHER_DEPARTMENT),
                                Set.of(PARTY_COMMITTEE_OFFICE, DISCIPLINE_COMMISSION)))
                .thenRefused(OUT_OF_SCOPE);
    }

    @Test
    void the_committee_s_office_and_the_discipline_commission_belong_to_it() {
        scenario()
                .when(university(LEADS, Set.of(PARTY_COMMITTEE_OFFICE)))
                .thenRefused(PART_MISSING, "S91", "DISCIPLINE_COMMISSION");
        assertThatThrownBy(() -> Validity.check(university(LEADS, LEADS)))
                .hasMessageContaining("members");
    }

    @Test
    void there_is_one_campaign_office_per_organisation() {
        scenario()
                .given(FORMED, unitFormed("u-1", COLLEGE))
                .when(university(LEADS, MEMBERS))
                .thenNothing()
                .when(
                        new FormCampaignOffice(
                                new BodyId("x"), COMMITTEE, UNIVERSITY, LEADS, MEMBERS))
                .thenRefused(ALREADY_ON_RECORD, "S91", "office")
                .when(unit("u-2", COLLEGE))
                .thenRefused(ALREADY_ON_RECORD, "S94", "u-1")
                .when(unit("u-1", COLLEGE))
                .thenNothing()
                .when(unit("u-1", LIBRARY))
                .thenRefused(ALREADY_ON_RECORD)
                .when(unit("u-2", LIBRARY))
                .thenEvents(unitFormed("u-2", LIBRARY));
    }

    @Test
    void only_second_tier_organisations_have_one_of_a_unit() {
        scenario()
                .when(unit("u-1", BRANCH))
                .thenRefused(OUT_OF_SCOPE, "S94", "second-tier")
                .when(unit("u-1", COMMITTEE))
                .thenRefused(OUT_OF_SCOPE)
                .when(new FormCampaignOffice(OFFICE, COLLEGE, UNIVERSITY, LEADS, MEMBERS))
                .thenRefused(OUT_OF_SCOPE, "S91", "committee")
                .when(unit("u-1", new OrganizationId("nobody")))
                .thenRefused(NOT_ON_RECORD)
                .on("2005-12-31")
                .by("policy:test")
                .when(unit("u-1", COLLEGE))
                .thenRefused(OUT_OF_SCOPE, "S94", "does not exist on that date");
    }

    @Test
    void three_working_groups_stand_under_it_each_once() {
        var scenario = scenario();
        scenario.when(group("g-1", WorkingGroupKind.GENERAL))
                .thenRefused(STEP_OUT_OF_ORDER, "S92", "first");
        scenario.given(FORMED);
        for (WorkingGroupKind kind : WorkingGroupKind.values()) {
            var formed = new WorkingGroupFormed(new BodyId(kind.name()), COMMITTEE, OFFICE, kind);
            scenario.when(group(kind.name(), kind)).thenEvents(formed);
            scenario.given(formed)
                    .when(group(kind.name(), kind))
                    .thenNothing()
                    .when(group("another", kind))
                    .thenRefused(ALREADY_ON_RECORD, "S92", kind.name());
        }
    }

    @Test
    void a_working_group_belongs_to_the_campaign_office_of_the_university_as_of_the_date() {
        scenario()
                .given(FORMED, unitFormed("u-1", COLLEGE))
                .when(
                        new FormWorkingGroup(
                                GROUP, COLLEGE, new BodyId("u-1"), WorkingGroupKind.GENERAL))
                .thenRefused(STEP_OUT_OF_ORDER, "S92", "university")
                .when(new FormWorkingGroup(GROUP, COLLEGE, OFFICE, WorkingGroupKind.GENERAL))
                .thenRefused(OUT_OF_SCOPE)
                .on("2010-06-14")
                .when(group("group", WorkingGroupKind.GENERAL))
                .thenRefused(STEP_OUT_OF_ORDER);
    }

    @Test
    void a_person_takes_a_seat_and_gives_it_up() {
        var left = new BodyAppointmentEnded(SEAT, OFFICE, COMMITTEE, LIN, null);
        scenario()
                .given(FORMED)
                .when(new AppointToBody(SEAT, OFFICE, Seat.HEAD, LIN))
                .thenEvents(SEATED)
                .given(SEATED)
                .when(new AppointToBody(SEAT, OFFICE, Seat.HEAD, LIN))
                .thenNothing()
                .when(new AppointToBody(SEAT, OFFICE, Seat.MEMBER, LIN))
                .thenRefused(ALREADY_ON_RECORD)
                .when(new AppointToBody(new AppointmentId("x"), OFFICE, Seat.HEAD, LIN))
                .thenRefused(ALREADY_ON_RECORD, "S90", "seat")
                .when(new EndBodyAppointment(SEAT, OFFICE))
                .thenRefused(STEP_OUT_OF_ORDER)
                .on("2011-01-01")
                .when(new EndBodyAppointment(SEAT, OFFICE))
                .thenEvents(left)
                .given(left)
                .when(new EndBodyAppointment(SEAT, OFFICE))
                .thenNothing()
                .on("2011-02-01")
                .when(new EndBodyAppointment(SEAT, OFFICE))
                .thenRefused(ALREADY_ON_RECORD)
                .when(new AppointToBody(new AppointmentId("x"), OFFICE, Seat.HEAD, LIN))
                .thenEvents(
                        new BodyAppointmentMade(
                                new AppointmentId("x"), OFFICE, COMMITTEE, Seat.HEAD, LIN, null));
    }

    @Test
    void a_person_sits_in_a_working_group_too_by_an_appointment_of_its_own() {
        scenario()
                .given(FORMED, SEATED)
                .given(new WorkingGroupFormed(GROUP, COMMITTEE, OFFICE, WorkingGroupKind.PUBLICITY))
                .when(new AppointToBody(SEAT, GROUP, Seat.HEAD, LIN))
                .thenRefused(ALREADY_ON_RECORD, "S90", "content or date")
                .when(new AppointToBody(new AppointmentId("x"), GROUP, Seat.HEAD, LIN))
                .thenEvents(
                        new BodyAppointmentMade(
                                new AppointmentId("x"), GROUP, COMMITTEE, Seat.HEAD, LIN, null));
    }

    @Test
    void a_body_gets_each_function_once() {
        var granted = new FunctionGranted(OFFICE, COMMITTEE, OfficeFunction.SUPERVISE);
        scenario()
                .given(FORMED)
                .when(new GrantFunction(OFFICE, OfficeFunction.SUPERVISE))
                .thenEvents(granted)
                .given(granted)
                .when(new GrantFunction(OFFICE, OfficeFunction.SUPERVISE))
                .thenNothing()
                .when(new GrantFunction(OFFICE, OfficeFunction.APPRAISE))
                .thenEvents(new FunctionGranted(OFFICE, COMMITTEE, OfficeFunction.APPRAISE))
                .on("2010-07-01")
                .when(new GrantFunction(OFFICE, OfficeFunction.SUPERVISE))
                .thenRefused(ALREADY_ON_RECORD, "S93", "2010-06-15");
    }

    @Test
    void nothing_is_said_of_a_body_before_it_was_formed() {
        scenario()
                .given(FORMED)
                .when(new AppointToBody(SEAT, GROUP, Seat.HEAD, LIN))
                .thenRefused(NOT_ON_RECORD)
                .when(new GrantFunction(GROUP, OfficeFunction.GUIDE))
                .thenRefused(NOT_ON_RECORD)
                .on("2010-06-14")
                .when(new AppointToBody(SEAT, OFFICE, Seat.HEAD, LIN))
                .thenRefused(STEP_OUT_OF_ORDER)
                .when(new GrantFunction(OFFICE, OfficeFunction.GUIDE))
                .thenRefused(STEP_OUT_OF_ORDER);
    }

    @Test
    void who_sits_in_a_body_neither_fills_its_seats_nor_grants_it_functions() {
        scenario()
                .knowing(
                        new AppointmentFacts.FunctionGranted(
                                "office", COMMITTEE.value(), OfficeFunction.GUIDE),
                        new AppointmentFacts.BodyAppointmentMade(
                                "seat", "office", COMMITTEE.value(), "MEMBER", "bob"))
                .given(FORMED, SEATED)
                .on("2011-01-01")
                .by("bob")
                .when(new EndBodyAppointment(SEAT, OFFICE))
                .thenRefused(ACTOR_LACKS_AUTHORITY, "S90", "secretary or deputy secretary")
                .when(new AppointToBody(new AppointmentId("x"), OFFICE, Seat.HEAD, LIN))
                .thenRefused(ACTOR_LACKS_AUTHORITY)
                .when(new GrantFunction(OFFICE, OfficeFunction.APPRAISE))
                .thenRefused(ACTOR_LACKS_AUTHORITY, "S93", "secretary or deputy secretary");
    }

    @Test
    void only_the_committee_forms_bodies_fills_seats_and_grants_functions() {
        scenario()
                .by("han")
                .given(FORMED, SEATED)
                .when(unit("u-1", COLLEGE))
                .thenRefused(ACTOR_LACKS_AUTHORITY, "S91", "GUIDE")
                .when(university(LEADS, MEMBERS))
                .thenRefused(ACTOR_LACKS_AUTHORITY, "S91", "GUIDE")
                .when(group("group", WorkingGroupKind.GENERAL))
                .thenRefused(ACTOR_LACKS_AUTHORITY, "S92", "GUIDE")
                .when(new AppointToBody(SEAT, OFFICE, Seat.HEAD, LIN))
                .thenRefused(ACTOR_LACKS_AUTHORITY)
                .when(new EndBodyAppointment(SEAT, OFFICE))
                .thenRefused(ACTOR_LACKS_AUTHORITY)
                .when(new GrantFunction(OFFICE, OfficeFunction.GUIDE))
                .thenRefused(ACTOR_LACKS_AUTHORITY, "S93", "secretary");
    }

    @Test
    void an_auditor_is_given_no_seat() {
        scenario()
                .given(FORMED)
                .knowing(new RoleFacts.PlatformRoleGranted(LIN.value(), "AUDITOR"))
                .when(new AppointToBody(SEAT, OFFICE, Seat.HEAD, LIN))
                .thenRefused(CONFLICT_OF_INTEREST, "S90", "auditor");
    }
}
