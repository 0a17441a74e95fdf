package org.zhengyou.evaluations.reviews;

import static org.zhengyou.evaluations.University.ANN;
import static org.zhengyou.evaluations.University.BOB;
import static org.zhengyou.evaluations.University.BRANCH;
import static org.zhengyou.evaluations.University.CAI;
import static org.zhengyou.evaluations.University.COLLEGE;
import static org.zhengyou.evaluations.University.COMMITTEE;
import static org.zhengyou.evaluations.University.OTHER_BRANCH;
import static org.zhengyou.evaluations.University.office;
import static org.zhengyou.evaluations.reviews.ReviewScenario.CYCLE;
import static org.zhengyou.evaluations.reviews.ReviewScenario.DEADLINE;
import static org.zhengyou.evaluations.reviews.ReviewScenario.OF_COLLEGE;
import static org.zhengyou.evaluations.reviews.ReviewScenario.ORGANIZATION;
import static org.zhengyou.evaluations.reviews.ReviewScenario.REVIEW;
import static org.zhengyou.evaluations.reviews.ReviewScenario.STAFF;
import static org.zhengyou.evaluations.reviews.ReviewScenario.STUDENT;
import static org.zhengyou.evaluations.reviews.ReviewScenario.SUBJECT;
import static org.zhengyou.evaluations.reviews.ReviewScenario.file;
import static org.zhengyou.evaluations.reviews.ReviewScenario.filed;
import static org.zhengyou.evaluations.reviews.ReviewScenario.filedByCollege;
import static org.zhengyou.evaluations.reviews.ReviewScenario.scenario;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.ROUND_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.kit.spec.University.GAO;
import static org.zhengyou.kit.spec.University.HAN;
import static org.zhengyou.kit.spec.University.LIN;
import static org.zhengyou.kit.spec.University.WU;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyou.evaluations.cycles.CycleId;
import org.zhengyou.evaluations.cycles.ReviewCycleEvent.ReviewCycleClosed;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.reviews.DutyReportCommand.FileDutyReport;
import org.zhengyou.evaluations.reviews.DutyReportCommand.Measure;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportFiled;
import org.zhengyou.evaluations.reviews.DutyReportEvent.PlannedMeasure;
import org.zhengyou.evaluations.schemes.SchemeId;
import org.zhengyou.kit.authority.AppointmentFacts.OfficeAppointmentEnded;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationDissolved;
import org.zhengyou.kit.authority.MemberFacts.MemberTransferred;
import org.zhengyou.kit.authority.MemberFacts.MembershipEnded;
import org.zhengyou.kit.authority.MemberFacts.PartyMemberRegistered;
import org.zhengyou.kit.personal.Personal;

class FilingTest {
    private static final SubjectId OF_BOB = new SubjectId(BOB.value());

    @Test
    void members_report_for_themselves() {
        scenario().by(ANN.value()).when(file()).thenEvents(filed());
        scenario().by(ANN.value()).given(filed()).when(file()).thenNothing();
        scenario()
                .by(ANN.value())
                .when(file(SubjectKind.MEMBER, OF_BOB, ANN, STUDENT))
                .thenRefused(OUT_OF_SCOPE);
    }

    @Test
    void whoever_implements_over_the_branch_may_enter_a_members_report() {
        scenario().by(LIN).when(file()).thenEvents(filed());
        scenario().by(CAI.value()).when(file()).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void a_stranger_does_not_find_out_who_has_reported() {
        scenario().given(filed()).by(CAI.value()).when(file()).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void a_report_said_with_another_date_is_refused() {
        scenario()
                .given(filed())
                .on("2010-12-16")
                .by(ANN.value())
                .when(file())
                .thenRefused(ALREADY_ON_RECORD, "S111", "2010-12-15");
    }

    @Test
    void what_will_be_done_has_its_time_limit_ahead_of_the_report() {
        scenario()
                .by(ANN.value())
                .when(until("2010-12-15"))
                .thenEvents(filedUntil("2010-12-15"))
                .when(until("2010-12-14"))
                .thenRefused(STEP_OUT_OF_ORDER, "S112", "measures[1].deadline: 2010-12-14")
                .when(until("2000-12-15"))
                .thenRefused(STEP_OUT_OF_ORDER, "S112", "before the report of 2010-12-15");
        scenario().by(CAI.value()).when(until("2000-12-15")).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    private static FileDutyReport until(String deadline) {
        FileDutyReport c = file();
        return new FileDutyReport(
                c.review(),
                c.cycle(),
                c.subjectKind(),
                c.subject(),
                c.reporter(),
                c.scheme(),
                c.alsoAsMember(),
                c.practice(),
                c.effect(),
                c.problems(),
                List.of(new Measure("措施", DEADLINE), new Measure("措施", LocalDate.parse(deadline))));
    }

    private static DutyReportFiled filedUntil(String deadline) {
        DutyReportFiled e = filed();
        Personal text = Personal.of(ANN.value(), "措施");
        return new DutyReportFiled(
                e.review(),
                e.cycle(),
                e.year(),
                e.subjectKind(),
                e.subject(),
                e.organization(),
                e.reporter(),
                e.scheme(),
                e.alsoAsMember(),
                e.practice(),
                e.effect(),
                e.problems(),
                List.of(
                        new PlannedMeasure(text, DEADLINE),
                        new PlannedMeasure(text, LocalDate.parse(deadline))));
    }

    @Test
    void an_organisation_reports_through_its_secretary() {
        var byHan = ofCollege(HAN, ORGANIZATION, false);
        scenario().by(HAN).when(byHan).thenEvents(filedByCollege(false));
        scenario()
                .by(WU)
                .when(ofCollege(WU, ORGANIZATION, false))
                .thenRefused(OUT_OF_SCOPE, "S110", "secretary");
        scenario()
                .by(GAO)
                .when(ofCollege("stranger", ORGANIZATION, false))
                .thenRefused(RESULT_MISSING);
        scenario()
                .by(GAO)
                .when(ofCollege(ANN.value(), ORGANIZATION, false))
                .thenRefused(OUT_OF_SCOPE, "S110", "somebody else");
    }

    @Test
    void the_secretary_is_the_holder_as_of_the_cycle_date() {
        scenario()
                .on("2011-01-05")
                .knowing(new OfficeAppointmentEnded("a-3", COLLEGE.value(), HAN))
                .knowing(office("a-9", COLLEGE, "SECRETARY", WU))
                .on("2011-01-20")
                .by(GAO)
                .when(ofCollege(HAN, ORGANIZATION, false))
                .thenEvents(filedByCollege(false))
                .when(ofCollege(WU, ORGANIZATION, false))
                .thenRefused(OUT_OF_SCOPE);
    }

    @Test
    void the_organisation_of_a_member_is_that_of_the_cycle_date() {
        scenario()
                .on("2011-01-05")
                .knowing(new MemberTransferred(ANN.value(), BRANCH.value(), OTHER_BRANCH.value()))
                .on("2011-01-20")
                .by(ANN.value())
                .when(file())
                .thenEvents(filed());
    }

    @Test
    void whoever_is_not_on_the_registers_as_of_the_cycle_date_is_out_of_scope() {
        scenario()
                .on("2010-12-12")
                .knowing(new MembershipEnded(ANN.value(), BRANCH.value()))
                .on("2010-12-15")
                .by(ANN.value())
                .when(file())
                .thenRefused(OUT_OF_SCOPE);
        scenario()
                .on("2010-12-12")
                .knowing(new OrganizationDissolved(COLLEGE.value()))
                .on("2010-12-15")
                .by(HAN)
                .when(ofCollege(HAN, ORGANIZATION, false))
                .thenRefused(OUT_OF_SCOPE);
        scenario()
                .on("2011-01-05")
                .knowing(new PartyMemberRegistered("new", BRANCH.value(), "STAFF"))
                .by("new")
                .when(ofMember("new"))
                .thenRefused(OUT_OF_SCOPE);
    }

    @Test
    void the_committee_is_reported_to() {
        var ofCommittee =
                file(
                        SubjectKind.ORGANIZATION,
                        new SubjectId(COMMITTEE.value()),
                        new MemberId(GAO),
                        ORGANIZATION);
        scenario().by(GAO).when(ofCommittee).thenRefused(OUT_OF_SCOPE);
    }

    @Test
    void nothing_is_guessed_of_whoever_is_not_known_yet() {
        scenario().by("new").when(ofMember("new")).thenRefused(RESULT_MISSING);
        var unknown =
                file(
                        SubjectKind.ORGANIZATION,
                        new SubjectId("unknown"),
                        new MemberId(HAN),
                        ORGANIZATION);
        scenario().by(HAN).when(unknown).thenRefused(RESULT_MISSING);
    }

    @Test
    void one_report_may_discharge_both_roles_of_a_secretary_if_it_says_so() {
        scenario()
                .by(HAN)
                .when(ofCollege(HAN, ORGANIZATION, true))
                .thenEvents(filedByCollege(true));
        FileDutyReport ofAnn = file();
        var both =
                new FileDutyReport(
                        ofAnn.review(),
                        CYCLE,
                        SubjectKind.MEMBER,
                        SUBJECT,
                        ANN,
                        STAFF,
                        true,
                        ofAnn.practice(),
                        ofAnn.effect(),
                        ofAnn.problems(),
                        ofAnn.measures());
        scenario().by(ANN.value()).when(both).thenRefused(OUT_OF_SCOPE, "Q9", "secretary");
    }

    @Test
    void reports_are_filed_in_an_open_cycle() {
        scenario().on("2010-12-05").by(ANN.value()).when(file()).thenRefused(STEP_OUT_OF_ORDER);
        scenario()
                .on("2011-02-01")
                .given(new ReviewCycleClosed(CYCLE, 2010))
                .by(ANN.value())
                .when(file())
                .thenRefused(ROUND_CLOSED)
                .on("2010-12-15")
                .when(file())
                .thenEvents(filed());
        FileDutyReport c = file();
        var elsewhere =
                new FileDutyReport(
                        REVIEW,
                        new CycleId("none"),
                        c.subjectKind(),
                        c.subject(),
                        c.reporter(),
                        c.scheme(),
                        false,
                        c.practice(),
                        c.effect(),
                        c.problems(),
                        c.measures());
        scenario().by(ANN.value()).when(elsewhere).thenRefused(NOT_ON_RECORD);
    }

    private static FileDutyReport ofMember(String member) {
        return file(SubjectKind.MEMBER, new SubjectId(member), new MemberId(member), STAFF);
    }

    private static FileDutyReport ofCollege(String reporter, SchemeId scheme, boolean both) {
        return new FileDutyReport(
                OF_COLLEGE,
                CYCLE,
                SubjectKind.ORGANIZATION,
                new SubjectId(COLLEGE.value()),
                new MemberId(reporter),
                scheme,
                both,
                "做法",
                "成效",
                List.of("不足"),
                List.of(new Measure("措施", DEADLINE)));
    }
}
