package org.zhengyou.evaluations.reviews;

import static org.zhengyou.evaluations.University.ANN;
import static org.zhengyou.evaluations.University.BOB;
import static org.zhengyou.evaluations.University.COLLEGE;
import static org.zhengyou.evaluations.reviews.ReviewScenario.CYCLE;
import static org.zhengyou.evaluations.reviews.ReviewScenario.DEADLINE;
import static org.zhengyou.evaluations.reviews.ReviewScenario.REVIEW;
import static org.zhengyou.evaluations.reviews.ReviewScenario.STAFF;
import static org.zhengyou.evaluations.reviews.ReviewScenario.STUDENT;
import static org.zhengyou.evaluations.reviews.ReviewScenario.SUBJECT;
import static org.zhengyou.evaluations.reviews.ReviewScenario.file;
import static org.zhengyou.evaluations.reviews.ReviewScenario.filed;
import static org.zhengyou.evaluations.reviews.ReviewScenario.scenario;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.SCHEME_NOT_FOR_SUBJECT;
import static org.zhengyou.kit.decide.RefusalCode.SCHEME_NOT_PUBLISHED;
import static org.zhengyou.kit.spec.University.HAN;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.reviews.DutyReportCommand.FileDutyReport;
import org.zhengyou.evaluations.reviews.DutyReportCommand.Measure;
import org.zhengyou.evaluations.schemes.SchemeId;

/** What a duty report consists of, and by which criteria it is judged (S26, S112). */
class DutyReportPartsTest {
    @Test
    void a_part_that_is_missing_is_named() {
        refusedFor(null, "成效", List.of("不足"), measure("措施"), "practice");
        refusedFor("做法", "  ", List.of("不足"), measure("措施"), "effect");
        refusedFor("做法", "成效", List.of(), measure("措施"), "problems");
        refusedFor("做法", "成效", List.of("不足", " "), measure("措施"), "problems[1]");
        refusedFor("做法", "成效", List.of("不足"), null, "measures");
        refusedFor("做法", "成效", List.of("不足"), measure(null), "measures[0].text");
        refusedFor(
                "做法",
                "成效",
                List.of("不足"),
                List.of(new Measure("措施", DEADLINE), new Measure("措施", null)),
                "measures[1].deadline");
    }

    @Test
    void a_subject_reports_once_per_cycle() {
        var again = report(new ReviewId("other"), "做法", "成效", List.of("不足"), measure("措施"));
        scenario().by(ANN.value()).given(filed()).when(again).thenRefused(ALREADY_ON_RECORD);
        var changed = report(REVIEW, "别的做法", "成效", List.of("不足"), measure("措施"));
        scenario().by(ANN.value()).given(filed()).when(changed).thenRefused(ALREADY_ON_RECORD);
    }

    @Test
    void the_scheme_is_chosen_by_the_kind_of_subject() {
        scenario()
                .by(ANN.value())
                .when(file(SubjectKind.MEMBER, SUBJECT, ANN, STUDENT))
                .thenRefused(SCHEME_NOT_FOR_SUBJECT, "S26", "STAFF");
        scenario()
                .by(BOB.value())
                .when(file(SubjectKind.MEMBER, new SubjectId(BOB.value()), BOB, STAFF))
                .thenRefused(SCHEME_NOT_FOR_SUBJECT);
        scenario()
                .by(HAN)
                .when(
                        file(
                                SubjectKind.ORGANIZATION,
                                new SubjectId(COLLEGE.value()),
                                new MemberId(HAN),
                                STAFF))
                .thenRefused(SCHEME_NOT_FOR_SUBJECT);
        scenario()
                .by(ANN.value())
                .when(file(SubjectKind.MEMBER, SUBJECT, ANN, new SchemeId("none")))
                .thenRefused(SCHEME_NOT_PUBLISHED);
    }

    private static void refusedFor(
            @Nullable String practice,
            @Nullable String effect,
            List<String> problems,
            @Nullable List<Measure> measures,
            String part) {
        scenario()
                .by(ANN.value())
                .when(report(REVIEW, practice, effect, problems, measures))
                .thenRefused(PART_MISSING, "S112", part);
    }

    private static List<Measure> measure(@Nullable String text) {
        return List.of(new Measure(text, DEADLINE));
    }

    private static FileDutyReport report(
            ReviewId review,
            @Nullable String practice,
            @Nullable String effect,
            List<String> problems,
            @Nullable List<Measure> measures) {
        return new FileDutyReport(
                review,
                CYCLE,
                SubjectKind.MEMBER,
                SUBJECT,
                ANN,
                STAFF,
                false,
                practice,
                effect,
                problems,
                measures);
    }
}
