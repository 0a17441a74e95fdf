package org.zhengyou.organizations.offices;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.organizations.University.COLLEGE;
import static org.zhengyou.organizations.University.COMMITTEE;
import static org.zhengyou.organizations.University.GAO;
import static org.zhengyou.organizations.University.GAO_SECRETARY;
import static org.zhengyou.organizations.University.HAN;
import static org.zhengyou.organizations.University.HAN_SECRETARY;
import static org.zhengyou.organizations.University.LIBRARY;
import static org.zhengyou.organizations.University.LIN;
import static org.zhengyou.organizations.University.record;
import static org.zhengyou.organizations.University.secretary;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.authority.AppointmentFacts.BodyAppointmentMade;
import org.zhengyou.kit.authority.AppointmentFacts.FunctionGranted;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.authority.RoleFacts.PlatformRoleGranted;
import org.zhengyou.kit.authority.RoleFacts.PlatformRoleRevoked;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.validation.Validity;
import org.zhengyou.organizations.OrganizationsService;
import org.zhengyou.organizations.University;
import org.zhengyou.organizations.offices.OfficeCommand.AppointToOffice;
import org.zhengyou.organizations.offices.OfficeCommand.EndOfficeAppointment;
import org.zhengyou.organizations.offices.OfficeEvent.OfficeAppointmentEnded;
import org.zhengyou.organizations.offices.OfficeEvent.OfficeAppointmentMade;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationDissolved;
import org.zhengyou.organizations.register.OrganizationId;

class OfficesTest {
    private static final AppointmentId NEW = new AppointmentId("a-new");
    private static final OfficeAppointmentEnded HAN_ENDED =
            new OfficeAppointmentEnded(HAN_SECRETARY, COLLEGE, Office.SECRETARY, HAN, "换届");

    private static final OfficeAppointmentEnded GAO_ENDED =
            new OfficeAppointmentEnded(GAO_SECRETARY, COMMITTEE, Office.SECRETARY, GAO, "换届");
    private static final AppointmentId DEPUTY = new AppointmentId("a-lin");
    private static final OfficeAppointmentMade LIN_DEPUTY =
            new OfficeAppointmentMade(DEPUTY, COMMITTEE, Office.DEPUTY_SECRETARY, LIN);
    private static final OfficeAppointmentEnded LIN_ENDED =
            new OfficeAppointmentEnded(DEPUTY, COMMITTEE, Office.DEPUTY_SECRETARY, LIN, "换届");

    private static DeciderScenario<OfficeCommand, OfficeEvent, Offices> scenario() {
        return University.scenario(Offices.decider());
    }

    private static AppointToOffice appoint(
            OrganizationId organization, Office office, PersonId person) {
        return new AppointToOffice(NEW, organization, office, person);
    }

    private static EndOfficeAppointment end(AppointmentId id, OrganizationId organization) {
        return new EndOfficeAppointment(id, organization, "换届");
    }

    @Test
    void the_first_secretary_is_appointed_by_whoever_sets_up() {
        DeciderScenario.of(OrganizationsService.definition(), Offices.decider())
                .by("setup", "SETUP")
                .given(University.organizations())
                .when(appoint(COMMITTEE, Office.SECRETARY, GAO))
                .thenEvents(secretary(NEW, COMMITTEE, GAO));
    }

    @Test
    void after_that_the_committee_appoints() {
        scenario()
                .by("setup", "SETUP")
                .when(appoint(LIBRARY, Office.SECRETARY, LIN))
                .thenRefused(ACTOR_LACKS_AUTHORITY)
                .by("han")
                .when(appoint(COLLEGE, Office.DEPUTY_SECRETARY, LIN))
                .thenRefused(ACTOR_LACKS_AUTHORITY, "S90", "GUIDE")
                .when(end(HAN_SECRETARY, COLLEGE))
                .thenRefused(ACTOR_LACKS_AUTHORITY)
                .by("gao")
                .when(appoint(LIBRARY, Office.SECRETARY, LIN))
                .thenEvents(secretary(NEW, LIBRARY, LIN));
    }

    /** Lin is deputy secretary of the committee, Bob has a seat there that may guide. */
    private static DeciderScenario<OfficeCommand, OfficeEvent, Offices> committee() {
        return record(scenario().on("2009-01-01"), LIN_DEPUTY)
                .knowing(
                        new FunctionGranted("body", COMMITTEE.value(), OfficeFunction.GUIDE),
                        new BodyAppointmentMade("b-1", "body", COMMITTEE.value(), "HEAD", "bob"))
                .on("2010-06-15");
    }

    @Test
    void nobody_decides_about_their_own_superiors() {
        var committee = committee();
        for (String below : List.of("lin", "bob", "han"))
            committee
                    .by(below)
                    .when(end(GAO_SECRETARY, COMMITTEE))
                    .thenRefused(ACTOR_LACKS_AUTHORITY, "S90", "role SETUP")
                    .when(appoint(COMMITTEE, Office.SECRETARY, LIN))
                    .thenRefused(ACTOR_LACKS_AUTHORITY)
                    .when(appoint(COMMITTEE, Office.DEPUTY_SECRETARY, HAN))
                    .thenRefused(ACTOR_LACKS_AUTHORITY)
                    .when(end(NEW, COMMITTEE))
                    .thenRefused(ACTOR_LACKS_AUTHORITY);
        committee.by("bob").when(end(DEPUTY, COMMITTEE)).thenRefused(ACTOR_LACKS_AUTHORITY);
        committee
                .by("gao")
                .when(end(DEPUTY, COMMITTEE))
                .thenEvents(LIN_ENDED)
                .when(appoint(COMMITTEE, Office.DEPUTY_SECRETARY, HAN))
                .thenEvents(new OfficeAppointmentMade(NEW, COMMITTEE, Office.DEPUTY_SECRETARY, HAN))
                .when(end(NEW, COMMITTEE))
                .thenRefused(NOT_ON_RECORD)
                .when(appoint(COMMITTEE, Office.SECRETARY, LIN))
                .thenRefused(ACTOR_LACKS_AUTHORITY, "S90", "superiors");
    }

    @Test
    void what_was_decided_above_the_committee_is_brought_in_by_whoever_sets_up() {
        committee().by("setup", "SETUP").when(end(GAO_SECRETARY, COMMITTEE)).thenEvents(GAO_ENDED);
        var vacant = record(committee(), GAO_ENDED);
        vacant.by("lin")
                .when(appoint(COMMITTEE, Office.SECRETARY, LIN))
                .thenRefused(ACTOR_LACKS_AUTHORITY)
                .by("setup", "SETUP")
                .when(appoint(COMMITTEE, Office.SECRETARY, LIN))
                .thenEvents(secretary(NEW, COMMITTEE, LIN))
                .when(appoint(LIBRARY, Office.SECRETARY, LIN))
                .thenRefused(ACTOR_LACKS_AUTHORITY, "S90", "GUIDE");
    }

    @Test
    void an_office_of_the_committee_is_laid_down_by_who_holds_it_and_not_in_their_place() {
        committee()
                .by("gao")
                .when(end(GAO_SECRETARY, COMMITTEE))
                .thenEvents(GAO_ENDED)
                .through("lin")
                .when(end(GAO_SECRETARY, COMMITTEE))
                .thenRefused(CONFLICT_OF_INTEREST, "S90", "in another's place")
                .by("lin")
                .when(end(DEPUTY, COMMITTEE))
                .thenEvents(LIN_ENDED);
    }

    @Test
    void who_held_no_office_on_the_effective_date_appoints_nobody_for_that_date() {
        scenario()
                .on("2005-12-31")
                .when(appoint(LIBRARY, Office.SECRETARY, LIN))
                .thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void there_is_one_secretary_at_a_time() {
        var scenario = scenario();
        scenario.when(appoint(COLLEGE, Office.SECRETARY, LIN))
                .thenRefused(STEP_OUT_OF_ORDER, "S90", "a-han");
        record(scenario, HAN_ENDED)
                .when(appoint(COLLEGE, Office.SECRETARY, LIN))
                .thenEvents(secretary(NEW, COLLEGE, LIN))
                .on("2010-06-14")
                .when(appoint(COLLEGE, Office.SECRETARY, LIN))
                .thenRefused(STEP_OUT_OF_ORDER, "S90", "lasts beyond that date");
    }

    @Test
    void there_are_several_deputies() {
        var deputy =
                new OfficeAppointmentMade(
                        new AppointmentId("a-d"), COLLEGE, Office.DEPUTY_SECRETARY, LIN);
        record(scenario(), deputy)
                .when(appoint(COLLEGE, Office.DEPUTY_SECRETARY, GAO))
                .thenEvents(new OfficeAppointmentMade(NEW, COLLEGE, Office.DEPUTY_SECRETARY, GAO))
                .when(appoint(COLLEGE, Office.DEPUTY_SECRETARY, LIN))
                .thenRefused(ALREADY_ON_RECORD, "S90", "a-d");
    }

    @Test
    void an_appointment_may_be_told_late() {
        scenario()
                .on("2008-09-01")
                .when(appoint(LIBRARY, Office.SECRETARY, LIN))
                .thenEvents(secretary(NEW, LIBRARY, LIN));
    }

    @Test
    void the_organisation_exists_on_the_effective_date() {
        var scenario = scenario();
        scenario.when(appoint(new OrganizationId("nobody"), Office.SECRETARY, LIN))
                .thenRefused(NOT_ON_RECORD);
        record(scenario, new OrganizationDissolved(LIBRARY, "D", "撤销"))
                .when(appoint(LIBRARY, Office.SECRETARY, LIN))
                .thenRefused(OUT_OF_SCOPE, "S90", "does not exist on that date");
    }

    @Test
    void an_appointment_told_again_changes_nothing() {
        var again = new AppointToOffice(HAN_SECRETARY, COLLEGE, Office.SECRETARY, HAN);
        scenario()
                .when(again)
                .thenRefused(ALREADY_ON_RECORD, "S90", "content or date")
                .on("2006-01-01")
                .when(again)
                .thenNothing()
                .when(new AppointToOffice(HAN_SECRETARY, COLLEGE, Office.SECRETARY, LIN))
                .thenRefused(ALREADY_ON_RECORD)
                .when(new AppointToOffice(GAO_SECRETARY, COLLEGE, Office.DEPUTY_SECRETARY, GAO))
                .thenRefused(ALREADY_ON_RECORD);
    }

    @Test
    void an_appointment_ends_once_and_after_it_began() {
        var scenario = scenario();
        scenario.when(end(HAN_SECRETARY, COLLEGE))
                .thenEvents(HAN_ENDED)
                .on("2006-01-01")
                .when(end(HAN_SECRETARY, COLLEGE))
                .thenRefused(STEP_OUT_OF_ORDER, "S90", "began");
        record(scenario.on("2010-06-15"), HAN_ENDED)
                .when(end(HAN_SECRETARY, COLLEGE))
                .thenNothing()
                .when(new EndOfficeAppointment(HAN_SECRETARY, COLLEGE, "调任"))
                .thenRefused(ALREADY_ON_RECORD, "S90", "another reason")
                .on("2010-07-01")
                .when(end(HAN_SECRETARY, COLLEGE))
                .thenRefused(ALREADY_ON_RECORD, "S90", "another date");
    }

    @Test
    void only_an_appointment_of_that_organisation_is_ended() {
        scenario()
                .when(end(NEW, COLLEGE))
                .thenRefused(NOT_ON_RECORD)
                .when(end(HAN_SECRETARY, LIBRARY))
                .thenRefused(NOT_ON_RECORD);
        assertThatThrownBy(() -> Validity.check(new EndOfficeAppointment(NEW, COLLEGE, "")))
                .hasMessageContaining("reason");
    }

    @Test
    void an_auditor_is_given_no_office_until_the_role_is_revoked() {
        scenario()
                .knowing(new PlatformRoleGranted(LIN.value(), "OPERATOR"))
                .when(appoint(LIBRARY, Office.SECRETARY, LIN))
                .thenEvents(secretary(NEW, LIBRARY, LIN))
                .knowing(new PlatformRoleGranted(LIN.value(), "AUDITOR"))
                .when(appoint(LIBRARY, Office.SECRETARY, LIN))
                .thenRefused(CONFLICT_OF_INTEREST, "S90", "auditor")
                .on("2010-06-14")
                .when(appoint(LIBRARY, Office.SECRETARY, LIN))
                .thenRefused(CONFLICT_OF_INTEREST)
                .on("2010-06-16")
                .knowing(new PlatformRoleRevoked(LIN.value(), "AUDITOR"))
                .when(appoint(LIBRARY, Office.SECRETARY, LIN))
                .thenEvents(secretary(NEW, LIBRARY, LIN));
    }
}
