package org.zhengyou.evaluations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.spec.University.ANN;
import static org.zhengyou.kit.spec.University.BRANCH;
import static org.zhengyou.kit.spec.University.crowd;
import static org.zhengyou.kit.spec.University.offices;
import static org.zhengyou.kit.spec.University.organizations;
import static org.zhengyou.kit.spec.University.staff;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.evaluations.cycles.CycleId;
import org.zhengyou.evaluations.cycles.ReviewCycleCommand.CloseReviewCycle;
import org.zhengyou.evaluations.cycles.ReviewCycleCommand.OpenReviewCycle;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.reviews.AppraisalCommand.AttestPaperTally;
import org.zhengyou.evaluations.reviews.AppraisalCommand.CloseAppraisal;
import org.zhengyou.evaluations.reviews.AppraisalCommand.EnterPaperTally;
import org.zhengyou.evaluations.reviews.AppraisalCommand.OpenAppraisal;
import org.zhengyou.evaluations.reviews.AppraisalMode;
import org.zhengyou.evaluations.reviews.DisclosureAudience;
import org.zhengyou.evaluations.reviews.DutyReportCommand.FileDutyReport;
import org.zhengyou.evaluations.reviews.DutyReportCommand.GiveCommentary;
import org.zhengyou.evaluations.reviews.DutyReportCommand.Measure;
import org.zhengyou.evaluations.reviews.DutyReportCommand.PresentDutyReport;
import org.zhengyou.evaluations.reviews.Grade;
import org.zhengyou.evaluations.reviews.MissingReportCommand.RecordMissingReportReason;
import org.zhengyou.evaluations.reviews.PresentationAudience;
import org.zhengyou.evaluations.reviews.ReviewId;
import org.zhengyou.evaluations.reviews.ReviewResultCommand.DetermineReviewResult;
import org.zhengyou.evaluations.reviews.ReviewResultCommand.DiscloseReviewResult;
import org.zhengyou.evaluations.reviews.SubjectId;
import org.zhengyou.evaluations.reviews.SubjectKind;
import org.zhengyou.evaluations.reviews.Tally;
import org.zhengyou.evaluations.schemes.AppliesTo;
import org.zhengyou.evaluations.schemes.CriteriaSchemeCommand.PublishCriteriaScheme;
import org.zhengyou.evaluations.schemes.Criterion;
import org.zhengyou.evaluations.schemes.SchemeId;
import org.zhengyou.kit.host.Caller;
import org.zhengyou.kit.host.TestHost;
import org.zhengyou.kit.host.TestHost.Answer;
import org.zhengyou.kit.host.TestIssuer;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.projection.Facts;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.log.StoredEvent;
import tools.jackson.databind.JsonNode;

/** 年终述职考核 (S109-S115) as its callers see it, from the criteria to the disclosed result. */
class EvaluationsHttpTest {
    private static final CycleId CYCLE = new CycleId("cycle");
    private static final ReviewId REVIEW = new ReviewId("review");
    private static final SchemeId SCHEME = new SchemeId("scheme");
    private static final Tally MEMBERS = new Tally(17, 1, 2);
    private static final Tally MASSES = new Tally(9, 1, 1);

    @Test
    void a_review_goes_from_the_criteria_to_the_disclosed_result(@TempDir Path folder) {
        try (TestStore store = new TestStore(folder);
                TestIssuer issuer = TestIssuer.start();
                TestHost host =
                        TestHost.start(
                                EvaluationsService.definition(), store, issuer, folder, Map.of())) {
            Caller caller = new Caller(host, issuer);
            learn(host.runtime());

            excuse(caller, host.runtime());
            report(caller);
            // The scheme is used, the subject has reported: both are seen across concepts.
            caller.refused("ALREADY_ON_RECORD", "gao", "2010-12-16", publish(2));
            caller.refused("ALREADY_ON_RECORD", "ann", "2010-12-16", file(new ReviewId("second")));

            appraise(caller);
            guess(caller);
            disclose(caller, host.runtime());

            caller.does("gao", "2011-01-30", new CloseReviewCycle(CYCLE, 2010));
            caller.refused("ROUND_CLOSED", "lin", "2011-01-31", file(new ReviewId("second")));
        }
    }

    private static void learn(ServiceRuntime runtime) {
        Facts facts = new Facts(runtime);
        Instant founded = DeciderScenario.day("2006-01-01");
        long position = 0;
        for (Object fact : organizations())
            facts.learns("organizations", ++position, fact, "o-" + position, founded, founded);
        for (Object fact : offices())
            facts.learns("organizations", ++position, fact, "o-" + position, founded, founded);
        facts.learns("members", 1, staff(ANN, BRANCH), "ann", founded, founded);
        long member = 1;
        for (Object fact : crowd(BRANCH, 19))
            facts.learns("members", ++member, fact, "m-" + member, founded, founded);
        facts.areSeen();
    }

    private static void excuse(Caller caller, ServiceRuntime runtime) {
        caller.does("gao", "2010-12-10", new OpenReviewCycle(CYCLE, 2010));
        String unexcused = "missing-reports?asOf=2010-12-14&filter=reasonRecorded:false";
        assertThat(caller.asks("lin", unexcused).response().body()).contains("\"ann\"");
        caller.does(
                "lin",
                "2010-12-14",
                new RecordMissingReportReason(
                        CYCLE, SubjectKind.MEMBER, new SubjectId("ann"), "生病"));
        new Facts(runtime).areSeen();
        assertThat(caller.asks("lin", unexcused).response().body()).doesNotContain("\"ann\"");
        String words = "missing-report-reasons/2010-ann?asOf=2010-12-14";
        assertThat(caller.asks("ann", words).response().body()).contains("生病");
        assertThat(caller.asks("bob", words).status()).isEqualTo(404);
        assertThat(caller.log()).doesNotContain("生病");
    }

    private static void report(Caller caller) {
        caller.does("gao", "2010-07-01", publish(1));
        assertThat(caller.asks("ann", "missing-reports/ann?asOf=2010-12-14").status())
                .isEqualTo(200);
        caller.refused("MALFORMED_REQUEST", "ann", "2010-12-15", longest(3000));
        caller.does("ann", "2010-12-15", longest(2999));
        caller.does(
                "ann",
                "2010-12-16",
                new PresentDutyReport(REVIEW, CYCLE, PresentationAudience.ORGANIZATION_AND_MASSES));
        caller.does("lin", "2010-12-16", new GiveCommentary(REVIEW, CYCLE, null, "点评的话"));
    }

    private static void appraise(Caller caller) {
        caller.does(
                "lin",
                "2010-12-17",
                new OpenAppraisal(REVIEW, CYCLE, AppraisalMode.PAPER_TALLY, 20, 12, "roll"));
        caller.does(
                "lin", "2010-12-20", new EnterPaperTally(REVIEW, CYCLE, MEMBERS, MASSES, "scan"));
        guessCount(caller);
        caller.does(
                "wu", "2010-12-21", new AttestPaperTally(REVIEW, CYCLE, MEMBERS, MASSES, "scan"));
        assertThat(caller.log()).doesNotContain("17/1/2", "\"inFavour\"");
        caller.does("lin", "2010-12-22", new CloseAppraisal(REVIEW, CYCLE));
        assertThat(caller.log()).contains("\"inFavour\":17");
        caller.does(
                "lin", "2011-01-10", new DetermineReviewResult(REVIEW, CYCLE, Grade.GOOD, "评定依据"));
        assertThat(caller.log()).doesNotContain("做法", "措施", "点评的话", "评定依据");
    }

    /** Whoever may not grade learns neither the grade nor whether there is such a review. */
    private static void guess(Caller caller) {
        Set<String> told = new HashSet<>();
        for (String person : List.of("ann", "bob"))
            for (Grade grade : Grade.values())
                for (ReviewId review : List.of(REVIEW, new ReviewId("nowhere"))) {
                    var guessed = new DetermineReviewResult(review, CYCLE, grade, "评定依据");
                    JsonNode answer = caller.send(person, "2011-01-10", guessed).json();
                    told.add(
                            answer.path("code")
                                    + " "
                                    + answer.path("clause")
                                    + answer.path("detail"));
                }
        assertThat(told).hasSize(1);
        assertThat(told.iterator().next()).contains("ACTOR_LACKS_AUTHORITY", "APPRAISE above");
    }

    /** A count that differs is refused and on record; nobody can find out beforehand. */
    private static void guessCount(Caller caller) {
        var guess = new AttestPaperTally(REVIEW, CYCLE, MEMBERS, new Tally(10, 0, 1), "scan");
        long head = caller.host().runtime().log().head();
        String preview = "AttestPaperTally?preview=true";
        assertThat(caller.send("wu", "2010-12-21", preview, guess).problem())
                .isEqualTo("MALFORMED_REQUEST");
        assertThat(caller.host().runtime().log().head()).isEqualTo(head);
        caller.refused("NOT_ON_RECORD", "wu", "2010-12-21", guess);
        assertThat(caller.host().runtime().log().page(head, 10))
                .extracting(StoredEvent::type)
                .containsExactly("evaluations.PaperTallyDiffered");
    }

    private static void disclose(Caller caller, ServiceRuntime runtime) {
        new Facts(runtime).areSeen();
        assertThat(caller.asks("lin", "review-results/review").status()).isEqualTo(200);
        assertThat(caller.asks("wu", "review-results/review").status()).isEqualTo(404);
        assertThat(caller.asks("ann", "review-results/review").status()).isEqualTo(404);
        assertThat(caller.asks("gao", "review-results/review").status()).isEqualTo(200);
        caller.does(
                "lin",
                "2011-01-15",
                new DiscloseReviewResult(REVIEW, CYCLE, DisclosureAudience.SUBJECT, null));
        new Facts(runtime).areSeen();
        Answer told = caller.asks("ann", "review-results/review");
        assertThat(told.status()).as(told.response().body()).isEqualTo(200);
        assertThat(told.response().body()).contains("GOOD", "评定依据");
        assertThat(caller.asks("ann", "review-results/review?asOf=2011-01-14").status())
                .isEqualTo(404);
        assertThat(caller.asks("ann", "duty-reports/review").response().body())
                .contains("做法", "点评的话");
        assertThat(caller.asks("ann", "missing-reports/ann?asOf=2010-12-16").status())
                .isEqualTo(404);
        assertThat(caller.asks("bob", "review-board/review").status()).isEqualTo(404);
    }

    private static PublishCriteriaScheme publish(int weight) {
        List<Criterion> criteria =
                AppliesTo.STAFF.named().orElseThrow().stream()
                        .map(code -> new Criterion(code, "标准", "criterion", weight))
                        .toList();
        return new PublishCriteriaScheme(SCHEME, AppliesTo.STAFF, 1, criteria);
    }

    private static FileDutyReport file(ReviewId review) {
        return file(review, "做法", "成效", 1, "措施");
    }

    /** In characters that take four bytes; the longest has 8,000. */
    private static FileDutyReport longest(int ofPractice) {
        String practice = "做法" + "𠮷".repeat(ofPractice - 2);
        return file(REVIEW, practice, "𠮷".repeat(4001), 50, "措施" + "𠮷".repeat(16));
    }

    private static FileDutyReport file(
            ReviewId review, String practice, String effect, int entries, String measure) {
        return new FileDutyReport(
                review,
                CYCLE,
                SubjectKind.MEMBER,
                new SubjectId("ann"),
                new MemberId("ann"),
                SCHEME,
                false,
                practice,
                effect,
                Collections.nCopies(entries, "不足"),
                Collections.nCopies(entries, new Measure(measure, LocalDate.parse("2011-03-31"))));
    }
}
