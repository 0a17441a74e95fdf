package org.zhengyou.organizations.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.organizations.University.COLLEGE;
import static org.zhengyou.organizations.University.COMMITTEE;
import static org.zhengyou.organizations.University.GAO;
import static org.zhengyou.organizations.University.GAO_SECRETARY;
import static org.zhengyou.organizations.University.HAN;
import static org.zhengyou.organizations.University.HAN_SECRETARY;
import static org.zhengyou.organizations.University.LIN;
import static org.zhengyou.organizations.University.record;
import static org.zhengyou.organizations.University.secretary;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.organizations.University;
import org.zhengyou.organizations.bodies.BodyCommand.AppointToBody;
import org.zhengyou.organizations.bodies.BodyCommand.EndBodyAppointment;
import org.zhengyou.organizations.bodies.BodyCommand.FormLeadingGroup;
import org.zhengyou.organizations.bodies.BodyCommand.SeatOfficeHolders;
import org.zhengyou.organizations.bodies.BodyEvent.BodyAppointmentEnded;
import org.zhengyou.organizations.bodies.BodyEvent.BodyAppointmentMade;
import org.zhengyou.organizations.bodies.BodyEvent.LeadingGroupFormed;
import org.zhengyou.organizations.offices.AppointmentId;
import org.zhengyou.organizations.offices.Office;
import org.zhengyou.organizations.offices.OfficeEvent.OfficeAppointmentEnded;
import org.zhengyou.organizations.offices.OfficeEvent.OfficeAppointmentMade;
import org.zhengyou.organizations.offices.PersonId;

class LeadingGroupTest {
    private static final BodyId GROUP = new BodyId("group");
    private static final LeadingGroupFormed FORMED = new LeadingGroupFormed(GROUP, COMMITTEE);
    private static final AppointmentId LIN_DEPUTY = new AppointmentId("a-lin");
    private static final AppointmentId LIN_NEXT = new AppointmentId("a-next");
    private static final OfficeAppointmentMade DEPUTY =
            new OfficeAppointmentMade(LIN_DEPUTY, COMMITTEE, Office.DEPUTY_SECRETARY, LIN);
    private static final OfficeAppointmentEnded GAO_LEAVES =
            new OfficeAppointmentEnded(GAO_SECRETARY, COMMITTEE, Office.SECRETARY, GAO, "换届");
    private static final String POLICY =
            "policy:" + new WhenOfficeAppointmentChangedThenLeadingGroupSeatFollows().name();

    private static DeciderScenario<BodyCommand, BodyEvent, CampaignBody> scenario() {
        return University.scenario(CampaignBody.decider());
    }

    private static DeciderScenario<BodyCommand, BodyEvent, CampaignBody> formed() {
        return scenario().on("2010-06-05").given(FORMED).on("2010-06-15").by(POLICY);
    }

    private static SeatOfficeHolders seat() {
        return new SeatOfficeHolders(COMMITTEE);
    }

    private static BodyAppointmentMade seated(Seat seat, PersonId person, AppointmentId office) {
        return new BodyAppointmentMade(
                BodySeats.seatOf(office), GROUP, COMMITTEE, seat, person, office);
    }

    private static BodyAppointmentEnded left(PersonId person, AppointmentId office) {
        return new BodyAppointmentEnded(BodySeats.seatOf(office), GROUP, COMMITTEE, person, office);
    }

    @Test
    void the_university_forms_one_leading_group() {
        scenario()
                .when(new FormLeadingGroup(GROUP, COMMITTEE))
                .thenEvents(FORMED)
                .given(FORMED)
                .when(new FormLeadingGroup(GROUP, COMMITTEE))
                .thenNothing()
                .when(new FormLeadingGroup(new BodyId("another"), COMMITTEE))
                .thenRefused(ALREADY_ON_RECORD, "S90", "group")
                .on("2010-07-01")
                .when(new FormLeadingGroup(GROUP, COMMITTEE))
                .thenRefused(ALREADY_ON_RECORD);
    }

    @Test
    void only_the_committee_has_one_and_forms_it() {
        scenario()
                .when(new FormLeadingGroup(GROUP, COLLEGE))
                .thenRefused(OUT_OF_SCOPE)
                .by("han")
                .when(new FormLeadingGroup(GROUP, COMMITTEE))
                .thenRefused(ACTOR_LACKS_AUTHORITY, "S90", "GUIDE");
    }

    @Test
    void the_secretary_heads_it_and_every_deputy_secretary_is_a_deputy() {
        var another = new AppointmentId("a-other");
        record(
                        formed(),
                        DEPUTY,
                        new OfficeAppointmentMade(another, COMMITTEE, Office.DEPUTY_SECRETARY, HAN))
                .when(seat())
                .thenEvents(
                        seated(Seat.HEAD, GAO, GAO_SECRETARY),
                        seated(Seat.DEPUTY_HEAD, LIN, LIN_DEPUTY),
                        seated(Seat.DEPUTY_HEAD, HAN, another));
    }

    @Test
    void a_change_of_secretary_changes_the_head() {
        var scenario = formed();
        scenario.given(seated(Seat.HEAD, GAO, GAO_SECRETARY)).on("2011-03-01");
        record(scenario, GAO_LEAVES)
                .when(seat())
                .thenEvents(left(GAO, GAO_SECRETARY))
                .given(left(GAO, GAO_SECRETARY));
        record(scenario, secretary(LIN_NEXT, COMMITTEE, LIN))
                .when(seat())
                .thenEvents(seated(Seat.HEAD, LIN, LIN_NEXT));
    }

    @Test
    void what_is_as_it_should_be_stays_as_it_is() {
        formed().given(seated(Seat.HEAD, GAO, GAO_SECRETARY)).when(seat()).thenNothing();
    }

    @Test
    void offices_of_other_organisations_and_committee_members_take_no_seat() {
        var member = new OfficeAppointmentMade(LIN_DEPUTY, COMMITTEE, Office.COMMITTEE_MEMBER, LIN);
        record(formed().given(seated(Seat.HEAD, GAO, GAO_SECRETARY)), member)
                .when(seat())
                .thenNothing()
                .when(new SeatOfficeHolders(COLLEGE))
                .thenNothing();
    }

    @Test
    void without_a_leading_group_there_is_nothing_to_follow() {
        scenario().by(POLICY).when(seat()).thenNothing();
    }

    @Test
    void an_appointment_told_late_takes_its_seat_too() {
        var scenario = formed().given(seated(Seat.HEAD, GAO, GAO_SECRETARY)).on("2009-01-01");
        record(scenario, DEPUTY).when(seat()).thenEvents(seated(Seat.DEPUTY_HEAD, LIN, LIN_DEPUTY));
    }

    @Test
    void whoever_left_before_the_group_was_formed_takes_no_seat() {
        var scenario = formed().given(seated(Seat.HEAD, GAO, GAO_SECRETARY)).on("2009-01-01");
        record(scenario, DEPUTY).on("2010-01-01");
        record(
                        scenario,
                        new OfficeAppointmentEnded(
                                LIN_DEPUTY, COMMITTEE, Office.DEPUTY_SECRETARY, LIN, "调任"))
                .on("2009-01-01")
                .when(seat())
                .thenNothing();
    }

    @Test
    void seats_that_follow_an_office_are_not_given_or_taken_by_hand() {
        formed().by("gao")
                .given(seated(Seat.HEAD, GAO, GAO_SECRETARY))
                .when(new AppointToBody(new AppointmentId("s"), GROUP, Seat.HEAD, LIN))
                .thenRefused(OUT_OF_SCOPE, "S90", "follow their offices")
                .when(new EndBodyAppointment(BodySeats.seatOf(GAO_SECRETARY), GROUP))
                .thenRefused(OUT_OF_SCOPE, "S90", "ends with that")
                .when(new AppointToBody(new AppointmentId("s"), GROUP, Seat.MEMBER, LIN))
                .thenEvents(
                        new BodyAppointmentMade(
                                new AppointmentId("s"), GROUP, COMMITTEE, Seat.MEMBER, LIN, null))
                .when(new EndBodyAppointment(new AppointmentId("s"), GROUP))
                .thenRefused(NOT_ON_RECORD);
    }

    @Test
    void the_policy_answers_offices_and_the_group_and_nothing_else() {
        assertThat(wanted(secretary(GAO_SECRETARY, COMMITTEE, GAO))).contains(seat());
        assertThat(wanted(GAO_LEAVES)).contains(seat());
        assertThat(wanted(FORMED)).contains(seat());
        assertThat(wanted(secretary(HAN_SECRETARY, COLLEGE, HAN)))
                .contains(new SeatOfficeHolders(COLLEGE));
        assertThat(wanted(seated(Seat.HEAD, GAO, GAO_SECRETARY))).isEmpty();
        assertThat(
                        wanted(
                                new OfficeAppointmentMade(
                                        LIN_DEPUTY, COMMITTEE, Office.COMMITTEE_MEMBER, LIN)))
                .isEmpty();
    }

    private static Optional<SeatOfficeHolders> wanted(Object event) {
        return new WhenOfficeAppointmentChangedThenLeadingGroupSeatFollows()
                .on(ViewLaws.facts("organizations", "2010-06-01", event).getFirst());
    }
}
