package org.zhengyou.evaluations.reviews;

import static org.zhengyou.evaluations.University.ANN;
import static org.zhengyou.evaluations.University.BRANCH;
import static org.zhengyou.evaluations.University.CAI;
import static org.zhengyou.evaluations.University.COLLEGE;
import static org.zhengyou.evaluations.University.LIBRARY;
import static org.zhengyou.evaluations.reviews.ReviewScenario.CYCLE;
import static org.zhengyou.evaluations.reviews.ReviewScenario.SUBJECT;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.kit.spec.University.FENG;
import static org.zhengyou.kit.spec.University.GAO;
import static org.zhengyou.kit.spec.University.HAN;
import static org.zhengyou.kit.spec.University.LIN;
import static org.zhengyou.kit.spec.University.WU;
import static org.zhengyou.kit.spec.University.deputy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.zhengyou.evaluations.University;
import org.zhengyou.evaluations.cycles.ReviewCycleEvent.ReviewCycleClosed;
import org.zhengyou.evaluations.cycles.ReviewCycleEvent.ReviewCycleOpened;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.reviews.MissingReportCommand.RecordMissingReportReason;
import org.zhengyou.evaluations.reviews.MissingReportEvent.MissingReportReasonRecorded;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.spec.DeciderScenario;

class MissingReportTest {
    private static final LocalDate OPENED = LocalDate.parse("2010-12-10");

    @Test
    void the_organisation_above_records_why_a_secretary_has_not_reported() {
        var reason = ofCollege("生病");
        december().by(GAO).when(reason).thenEvents(recordedOfCollege("生病"));
        december().by(FENG).when(reason).thenEvents(recordedOfCollege("生病"));
        december().by(WU).when(reason).thenRefused(ACTOR_LACKS_AUTHORITY);
        december().by(HAN).when(reason).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void where_the_office_was_vacant_nobody_is_named_as_missing() {
        var library = new SubjectId(LIBRARY.value());
        december()
                .by(GAO)
                .when(record(SubjectKind.ORGANIZATION, library, "书记空缺"))
                .thenEvents(
                        new MissingReportReasonRecorded(
                                CYCLE,
                                2010,
                                SubjectKind.ORGANIZATION,
                                library,
                                LIBRARY,
                                null,
                                Personal.of(GAO, "书记空缺")));
    }

    @Test
    void the_branch_records_why_a_member_has_not_reported() {
        var reason = record(SubjectKind.MEMBER, SUBJECT, "生病");
        var recorded =
                new MissingReportReasonRecorded(
                        CYCLE,
                        2010,
                        SubjectKind.MEMBER,
                        SUBJECT,
                        BRANCH,
                        ANN,
                        Personal.of(ANN.value(), "生病"));
        december().by(LIN).when(reason).thenEvents(recorded);
        december().by(ANN.value()).when(reason).thenRefused(ACTOR_LACKS_AUTHORITY);
        december()
                .knowing(deputy("own-cause", BRANCH.value(), ANN.value()))
                .by(ANN.value())
                .when(reason)
                .thenRefused(CONFLICT_OF_INTEREST, "S111", "excuses");
        december().by(CAI.value()).when(reason).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void a_reason_is_recorded_once() {
        december().given(recordedOfCollege("生病")).by(GAO).when(ofCollege("生病")).thenNothing();
        december()
                .given(recordedOfCollege("生病"))
                .by(GAO)
                .when(ofCollege("出差"))
                .thenRefused(ALREADY_ON_RECORD, "S110", "a reason is on record");
        december()
                .given(recordedOfCollege("生病"))
                .on("2010-12-11")
                .by(GAO)
                .when(ofCollege("生病"))
                .thenRefused(ALREADY_ON_RECORD, "S110", "2010-12-10");
        december()
                .given(recordedOfCollege("生病"))
                .by(WU)
                .when(ofCollege("生病"))
                .thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void whoever_has_reported_needs_no_reason() {
        december()
                .given(ReviewScenario.filedByCollege(false))
                .by(GAO)
                .when(ofCollege("生病"))
                .thenRefused(ALREADY_ON_RECORD, "S110", "has reported");
    }

    @Test
    void a_reason_is_for_those_from_whom_a_report_is_due() {
        december()
                .by(GAO)
                .when(record(SubjectKind.ORGANIZATION, new SubjectId(BRANCH.value()), "生病"))
                .thenRefused(OUT_OF_SCOPE, "S110", "second-tier");
        december()
                .by(GAO)
                .when(record(SubjectKind.MEMBER, new SubjectId("nobody"), "生病"))
                .thenRefused(RESULT_MISSING);
    }

    @Test
    void a_cycle_takes_reasons_from_its_opening_on_and_after_its_close() {
        scenario().by(GAO).when(ofCollege("生病")).thenRefused(NOT_ON_RECORD);
        december().on("2010-12-09").by(GAO).when(ofCollege("生病")).thenRefused(STEP_OUT_OF_ORDER);
        december()
                .given(new ReviewCycleClosed(CYCLE, 2010))
                .on("2011-02-01")
                .by(GAO)
                .when(ofCollege("生病"))
                .thenEvents(recordedOfCollege("生病"));
    }

    @Test
    void a_reason_does_not_keep_anybody_from_reporting() {
        ReviewScenario.scenario()
                .given(recordedOfCollege("生病"))
                .by(ANN.value())
                .when(ReviewScenario.file())
                .thenEvents(ReviewScenario.filed());
    }

    private static DeciderScenario<MissingReportCommand, MissingReportEvent, ?> december() {
        return scenario().on("2010-12-10").given(new ReviewCycleOpened(CYCLE, 2010, OPENED));
    }

    private static DeciderScenario<MissingReportCommand, MissingReportEvent, ?> scenario() {
        return University.scenario(MissingReport.decider()).on("2010-12-10");
    }

    private static RecordMissingReportReason ofCollege(String reason) {
        return record(SubjectKind.ORGANIZATION, new SubjectId(COLLEGE.value()), reason);
    }

    private static RecordMissingReportReason record(
            SubjectKind kind, SubjectId subject, String reason) {
        return new RecordMissingReportReason(CYCLE, kind, subject, reason);
    }

    private static MissingReportReasonRecorded recordedOfCollege(String reason) {
        return new MissingReportReasonRecorded(
                CYCLE,
                2010,
                SubjectKind.ORGANIZATION,
                new SubjectId(COLLEGE.value()),
                COLLEGE,
                new MemberId(HAN),
                Personal.of(HAN, reason));
    }
}
