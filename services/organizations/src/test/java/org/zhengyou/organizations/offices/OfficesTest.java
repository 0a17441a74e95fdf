package org.zhengyou.organizations.offices;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
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

import org.junit.jupiter.api.Test;
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
}
