package org.zhengyou.evaluations.reviews;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.evaluations.University.ANN;
import static org.zhengyou.evaluations.University.BOB;
import static org.zhengyou.evaluations.University.BRANCH;
import static org.zhengyou.evaluations.University.CAI;
import static org.zhengyou.evaluations.University.COLLEGE;
import static org.zhengyou.evaluations.University.COMMITTEE;
import static org.zhengyou.evaluations.University.OTHER_BRANCH;
import static org.zhengyou.kit.spec.DeciderScenario.day;
import static org.zhengyou.kit.spec.University.HAN;
import static org.zhengyou.kit.spec.University.LIN;
import static org.zhengyou.kit.spec.University.auditor;
import static org.zhengyou.kit.spec.University.committee;
import static org.zhengyou.kit.spec.University.head;
import static org.zhengyou.kit.spec.University.seated;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.directory.OrganizationId;
import org.zhengyou.evaluations.reviews.AppraisalEvent.PaperTallyEntered;
import org.zhengyou.evaluations.reviews.DutyReportEvent.CommentaryGiven;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportFiled;
import org.zhengyou.evaluations.reviews.DutyReportEvent.PlannedMeasure;
import org.zhengyou.evaluations.reviews.ReviewResultEvent.ReviewResultDetermined;
import org.zhengyou.evaluations.reviews.ReviewResultEvent.ReviewResultDisclosed;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.runtime.EventMetadata;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.View;

/**
 * The review of Ann, one step a day from 2010-12-15 on; 2010-12-24 is the day of the disclosures.
 */
class ReviewViewsTest {
    private static final String KEY = ReviewScenario.REVIEW.value();
    private static final ReviewBoard BOARD = new ReviewBoard();
    private static final ReviewResults RESULTS = new ReviewResults();
    private static final DutyReports REPORTS = new DutyReports();

    /** As the views see it without the keys: what is personal is sealed. */
    private static final Personal SEALED = new Personal(ANN.value(), null);

    private static List<Fact<?>> steps(Object... disclosures) {
        List<Object> events =
                new ArrayList<>(
                        List.of(
                                filed(),
                                ReviewScenario.presented(),
                                new CommentaryGiven(
                                        ReviewScenario.REVIEW, new MemberId(LIN), SEALED),
                                ReviewScenario.opened(),
                                new PaperTallyEntered(
                                        ReviewScenario.REVIEW,
                                        new MemberId(LIN),
                                        ReviewScenario.SCAN,
                                        SEALED),
                                ReviewScenario.attested(),
                                ReviewScenario.closed(),
                                ReviewScenario.tally(),
                                determined()));
        events.addAll(List.of(disclosures));
        return ViewLaws.facts("evaluations", "2010-12-15", events.toArray());
    }

    @Test
    void the_views_of_a_review_do_not_depend_on_the_order_of_its_facts() {
        List<Fact<?>> facts =
                steps(
                        told(DisclosureAudience.SUBJECT, BRANCH),
                        told(DisclosureAudience.ORGANIZATION, BRANCH, BOB),
                        told(DisclosureAudience.ORGANIZATION, BRANCH, new MemberId(LIN)));
        for (View<?, ?> view : List.of(BOARD, RESULTS, REPORTS)) {
            ViewLaws.isOrderFree(view, facts);
            ViewLaws.survivesStorage(view, facts);
        }
    }

    @Test
    void the_board_says_how_far_a_review_had_come() {
        var row = requireNonNull(ViewLaws.rows(BOARD, steps()).get(KEY));
        assertThat(BOARD.answer(KEY, row, day("2010-12-14"))).isNull();
        var begun = requireNonNull(BOARD.answer(KEY, row, day("2010-12-16")));
        assertThat(begun.steps())
                .containsEntry(ReviewStep.REPORT_FILED, LocalDate.parse("2010-12-15"))
                .containsEntry(ReviewStep.REPORT_PRESENTED, LocalDate.parse("2010-12-16"))
                .hasSize(2);
        assertThat(begun.next()).isEqualTo(ReviewStep.COMMENTARY_GIVEN);
        var graded = requireNonNull(BOARD.answer(KEY, row, day("2010-12-31")));
        assertThat(graded.next()).isEqualTo(ReviewStep.RESULT_DISCLOSED);
        assertThat(Json.tolerant().writeValueAsString(graded)).doesNotContain("GOOD");
    }

    @Test
    void the_board_is_open_to_whoever_is_concerned() {
        var row = requireNonNull(ViewLaws.rows(BOARD, steps()).get(KEY));
        assertThat(BOARD.audience(row).admits(head(ANN.value()))).isTrue();
        assertThat(BOARD.audience(row).admits(head(LIN, BRANCH))).isTrue();
        assertThat(BOARD.audience(row).admits(committee())).isTrue();
        assertThat(BOARD.audience(row).admits(auditor())).isTrue();
        assertThat(BOARD.audience(row).admits(seated(CAI.value(), BRANCH))).isTrue();
        assertThat(BOARD.audience(row).admits(head(HAN, OTHER_BRANCH))).isFalse();
        assertThat(BOARD.audience(row).admits(head(BOB.value()))).isFalse();
    }

    @Test
    void a_report_and_its_commentary_are_read_by_the_reporter_and_the_heads() {
        var row = requireNonNull(ViewLaws.rows(REPORTS, steps()).get(KEY));
        assertThat(REPORTS.audience(row).admits(head(ANN.value()))).isTrue();
        assertThat(REPORTS.audience(row).admits(head(LIN, BRANCH))).isTrue();
        assertThat(REPORTS.audience(row).admits(committee())).isTrue();
        assertThat(REPORTS.audience(row).admits(head(BOB.value()))).isFalse();
        assertThat(REPORTS.audience(row).admits(seated(CAI.value(), BRANCH))).isFalse();
        assertThat(REPORTS.audience(row).admits(auditor())).isFalse();
        assertThat(REPORTS.answer(KEY, row, day("2010-12-14"))).isNull();
        assertThat(requireNonNull(REPORTS.answer(KEY, row, day("2010-12-16"))).comments())
                .isEmpty();
        assertThat(requireNonNull(REPORTS.answer(KEY, row, day("2010-12-17"))).comments())
                .hasSize(1);
    }

    @Test
    void a_result_shows_its_grade_and_both_tallies_from_the_day_it_was_determined() {
        var row =
                requireNonNull(
                        ViewLaws.rows(RESULTS, steps(told(DisclosureAudience.SUBJECT, BRANCH)))
                                .get(KEY));
        assertThat(RESULTS.answer(KEY, row, day("2010-12-22"))).isNull();
        var result = requireNonNull(RESULTS.answer(KEY, row, day("2010-12-23")));
        assertThat(result.grade()).isEqualTo(Grade.GOOD);
        assertThat(result.members()).isEqualTo(ReviewScenario.MEMBERS);
        assertThat(result.masses()).isEqualTo(ReviewScenario.MASSES);
        assertThat(result.determinedOn()).isEqualTo("2010-12-23");
        assertThat(result.disclosed()).isEmpty();
        assertThat(requireNonNull(RESULTS.answer(KEY, row, day("2010-12-24"))).disclosed())
                .containsEntry(DisclosureAudience.SUBJECT, LocalDate.parse("2010-12-24"));
    }

    @Test
    void nothing_leaves_the_audience() {
        assertThat(sees(committee(), null)).isTrue();
        assertThat(sees(head(ANN.value()), null)).isFalse();
        assertThat(sees(head(LIN, BRANCH), null)).isFalse();

        var subject = told(DisclosureAudience.SUBJECT, BRANCH);
        assertThat(sees(head(ANN.value()), subject)).isTrue();
        assertThat(sees(head(LIN, BRANCH), subject)).isFalse();

        var organization = told(DisclosureAudience.ORGANIZATION, BRANCH, BOB);
        assertThat(sees(head(BOB.value()), organization)).isTrue();
        assertThat(sees(head(LIN, BRANCH), organization)).isTrue();
        assertThat(sees(head(ANN.value()), organization)).isFalse();

        var secondTier = told(DisclosureAudience.SECOND_TIER, COLLEGE);
        assertThat(sees(head(HAN, COLLEGE), secondTier)).isTrue();
        assertThat(sees(head(LIN, BRANCH), secondTier)).isFalse();

        var committee = told(DisclosureAudience.COMMITTEE, COMMITTEE);
        assertThat(sees(head(HAN, COLLEGE), committee)).isFalse();
        assertThat(sees(committee(), committee)).isTrue();
    }

    @Test
    void who_determined_a_result_reads_it_before_anybody_is_told() {
        var facts = steps();
        var row = requireNonNull(ViewLaws.rows(RESULTS, facts).get(KEY));
        var determined =
                facts.stream()
                        .filter(fact -> fact.event() instanceof ReviewResultDetermined)
                        .findFirst()
                        .orElseThrow();
        assertThat(RESULTS.audience(row).admits(head(determined.actor()))).isTrue();
        assertThat(RESULTS.audience(row).admits(head("successor", BRANCH))).isFalse();

        var entered = new HashMap<>(determined.metadata());
        entered.put(EventMetadata.ON_BEHALF_OF, LIN);
        var byDocument = ViewLaws.rows(RESULTS, List.of(with(determined, entered))).get(KEY);
        var audience = RESULTS.audience(requireNonNull(byDocument));
        assertThat(audience.admits(head(LIN))).isTrue();
        assertThat(audience.admits(head(determined.actor()))).isFalse();
    }

    private static Fact<?> with(Fact<?> fact, Map<String, String> metadata) {
        return new Fact<>(
                fact.source(),
                fact.position(),
                fact.id(),
                fact.type(),
                fact.event(),
                fact.effectiveAt(),
                fact.recordedAt(),
                metadata);
    }

    @Test
    void neither_a_seat_in_a_body_nor_the_auditors_role_makes_an_audience() {
        for (var disclosure :
                List.of(
                        told(DisclosureAudience.SUBJECT, BRANCH),
                        told(DisclosureAudience.ORGANIZATION, BRANCH, BOB),
                        told(DisclosureAudience.SECOND_TIER, COLLEGE),
                        told(DisclosureAudience.COMMITTEE, COMMITTEE))) {
            assertThat(sees(seated(CAI.value(), BRANCH, COLLEGE, COMMITTEE), disclosure)).isFalse();
            assertThat(sees(auditor(), disclosure)).isFalse();
        }
    }

    private static boolean sees(
            org.zhengyou.kit.view.Reader reader, @Nullable ReviewResultDisclosed disclosure) {
        List<Fact<?>> facts = disclosure == null ? steps() : steps(disclosure);
        return RESULTS.audience(requireNonNull(ViewLaws.rows(RESULTS, facts).get(KEY)))
                .admits(reader);
    }

    private static ReviewResultDisclosed told(
            DisclosureAudience audience, OrganizationId scope, MemberId... told) {
        return new ReviewResultDisclosed(
                ReviewScenario.REVIEW, ReviewScenario.SUBJECT, audience, scope, List.of(told));
    }

    private static DutyReportFiled filed() {
        DutyReportFiled e = ReviewScenario.filed();
        return new DutyReportFiled(
                e.review(),
                e.cycle(),
                e.year(),
                e.subjectKind(),
                e.subject(),
                e.organization(),
                e.reporter(),
                e.scheme(),
                false,
                SEALED,
                SEALED,
                List.of(SEALED),
                List.of(new PlannedMeasure(SEALED, ReviewScenario.DEADLINE)));
    }

    private static ReviewResultDetermined determined() {
        ReviewResultDetermined e = ReviewScenario.determined();
        return new ReviewResultDetermined(
                e.review(),
                e.cycle(),
                e.year(),
                e.subjectKind(),
                e.subject(),
                e.organization(),
                e.scheme(),
                e.grade(),
                e.appraisalFor(),
                e.appraisalAgainst(),
                e.appraisalAbstain(),
                SEALED);
    }
}
