package org.zhengyou.commendations.decisions;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhengyou.commendations.University.ANN;
import static org.zhengyou.commendations.University.BRANCH;
import static org.zhengyou.commendations.University.CAI;
import static org.zhengyou.commendations.University.COLLEGE;
import static org.zhengyou.commendations.University.OF_ANN;
import static org.zhengyou.commendations.University.OTHER_BRANCH;
import static org.zhengyou.commendations.University.ROUND;
import static org.zhengyou.commendations.University.filed;
import static org.zhengyou.commendations.University.opened;
import static org.zhengyou.commendations.University.presented;
import static org.zhengyou.commendations.rounds.AwardCategory.OUTSTANDING_MEMBER;
import static org.zhengyou.kit.spec.DeciderScenario.day;
import static org.zhengyou.kit.spec.University.LIN;
import static org.zhengyou.kit.spec.University.committee;
import static org.zhengyou.kit.spec.University.head;
import static org.zhengyou.kit.spec.University.seated;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.commendations.decisions.DecisionEvent.CommendationConferred;
import org.zhengyou.commendations.decisions.DecisionEvent.CommendationDecided;
import org.zhengyou.commendations.decisions.Nominations.Line;
import org.zhengyou.commendations.decisions.RoundView.Overview;
import org.zhengyou.commendations.decisions.Why.Finding;
import org.zhengyou.commendations.decisions.Why.Reasons;
import org.zhengyou.commendations.directory.MemberId;
import org.zhengyou.commendations.directory.ReviewId;
import org.zhengyou.commendations.eligibility.EligibilityEvent.EligibilityAssessed;
import org.zhengyou.commendations.eligibility.RuleOutcome;
import org.zhengyou.commendations.eligibility.RuleTrace;
import org.zhengyou.commendations.nominations.CandidateId;
import org.zhengyou.commendations.nominations.NominationId;
import org.zhengyou.commendations.recommendations.RecommendationEvent.Figures;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationClosed;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationOpened;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationTallyEntered;
import org.zhengyou.commendations.recommendations.RecommendationId;
import org.zhengyou.commendations.recommendations.Tally;
import org.zhengyou.commendations.rounds.RoundKind;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.spec.ViewLaws;
import org.zhengyou.kit.view.Cut;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.View;

/** One fact a day, from the opening on 2011-06-01 to the conferral on 2011-06-10. */
class CommendationViewsTest {
    private static final RecommendationId BALLOT = new RecommendationId("ballot");
    private static final NominationId OF_HAN = new NominationId("nomination-han");
    private static final Tally TALLY = new Tally(30, 2, 1);
    private static final RuleTrace TRACE =
            new RuleTrace(
                    "E-RESULT",
                    1,
                    "S116",
                    List.of("e-1"),
                    "2010 AT_LEAST_GOOD",
                    RuleOutcome.MET,
                    null,
                    null);
    private static final RuleTrace ACTIVITIES =
            new RuleTrace(
                    "E-ACTIVITIES",
                    1,
                    "P-ONE-ACTIVITY",
                    List.of("e-0", "e-2"),
                    "4 attended, 3 of 5 themes",
                    RuleOutcome.MET,
                    null,
                    null);
    private static final RoundView ROUNDS = new RoundView();
    private static final Nominations NOMINATIONS = new Nominations();
    private static final Why WHY = new Why();
    private static final List<Fact<?>> FACTS =
            ViewLaws.facts(
                    "commendations",
                    "2011-06-01",
                    opened(),
                    filed(),
                    filed(OF_HAN, OUTSTANDING_MEMBER, new CandidateId("han"), BRANCH),
                    presented(),
                    new RecommendationOpened(
                            BALLOT, ROUND, COLLEGE, List.of(OF_ANN, OF_HAN), 40, "roll"),
                    new RecommendationTallyEntered(
                            BALLOT,
                            ROUND,
                            COLLEGE,
                            OF_ANN,
                            new MemberId("wu"),
                            TALLY,
                            "scan",
                            null),
                    new RecommendationClosed(
                            BALLOT,
                            ROUND,
                            COLLEGE,
                            40,
                            "roll",
                            List.of(
                                    new Figures(OF_ANN, TALLY, "scan"),
                                    new Figures(OF_HAN, new Tally(1, 2, 3), "scan"))),
                    new EligibilityAssessed(OF_ANN, ROUND, ANN, true, List.of(ACTIVITIES, TRACE)),
                    new CommendationDecided(
                            OF_ANN,
                            ROUND,
                            OUTSTANDING_MEMBER,
                            ANN,
                            BRANCH,
                            true,
                            new ReviewId("review-1"),
                            null),
                    new CommendationConferred(
                            OF_ANN,
                            ROUND,
                            OUTSTANDING_MEMBER,
                            ANN,
                            BRANCH,
                            LocalDate.parse("2011-06-10")));

    @Test
    void any_order_and_any_repetition_of_facts_give_the_same_rows() {
        for (View<?, ?> view : List.of(ROUNDS, NOMINATIONS, WHY)) {
            ViewLaws.isOrderFree(view, FACTS);
            ViewLaws.survivesStorage(view, FACTS);
        }
    }

    @Test
    void a_round_is_shown_from_its_opening_on() {
        assertThat(round("2011-05-31")).isNull();
        assertThat(requireNonNull(round("2011-06-01")).kind()).isEqualTo(RoundKind.CONCENTRATED);
    }

    @Test
    void whoever_signs_in_reads_the_rounds_as_they_were_announced() {
        var row = requireNonNull(ViewLaws.rows(ROUNDS, FACTS).get(ROUND.value()));
        assertThat(ROUNDS.audience(row).admits(head(LIN, BRANCH))).isTrue();
        assertThat(ROUNDS.audience(row).admits(head(ANN.value()))).isTrue();
    }

    @Test
    void nominations_show_how_far_each_has_come() {
        assertThat(line(OF_ANN, "2011-06-01")).isNull();
        assertThat(requireNonNull(line(OF_ANN, "2011-06-04")).step())
                .isEqualTo(NominationStep.STATEMENT_PRESENTED);
        assertThat(requireNonNull(line(OF_HAN, "2011-06-04")).step())
                .isEqualTo(NominationStep.FILED);
        Line ann = requireNonNull(line(OF_ANN, "2011-06-10"));
        assertThat(ann.commended()).isTrue();
        assertThat(ann.conferredOn()).isEqualTo("2011-06-10");
        assertThat(requireNonNull(line(OF_ANN, "2011-06-08")).commended()).isNull();
    }

    private static @Nullable Line line(NominationId nomination, String date) {
        var row = requireNonNull(ViewLaws.rows(NOMINATIONS, FACTS).get(nomination.value()));
        Instant asOf = DeciderScenario.day(date);
        return NOMINATIONS.answer(nomination.value(), NOMINATIONS.cut(row, Cut.at(asOf)), asOf);
    }

    @Test
    void a_list_with_the_candidates_of_all_units_is_for_the_committee() {
        var row = requireNonNull(ViewLaws.rows(NOMINATIONS, FACTS).get(OF_ANN.value()));
        assertThat(NOMINATIONS.audience(row).admits(committee())).isTrue();
        assertThat(NOMINATIONS.audience(row).admits(seated(LIN, BRANCH))).isFalse();
    }

    @Test
    void why_gives_the_figures_the_trace_and_the_basis() {
        Reasons why = requireNonNull(why("2011-06-10"));
        assertThat(why.recommendation()).isEqualTo(TALLY);
        assertThat(why.rollSize()).isEqualTo(40);
        assertThat(why.eligible()).isTrue();
        assertThat(why.trace())
                .extracting(Finding::rule, Finding::clause, Finding::value)
                .containsExactly(
                        tuple("E-ACTIVITIES", "P-ONE-ACTIVITY", "4 attended, 3 of 5 themes"),
                        tuple("E-RESULT", "S116", "2010 AT_LEAST_GOOD"));
        assertThat(why.commended()).isTrue();
        assertThat(why.reviewResult()).isEqualTo(new ReviewId("review-1"));
        assertThat(why.conferredOn()).isEqualTo("2011-06-10");
        assertThat(why.steps()).hasSize(7);
    }

    @Test
    void why_says_in_chinese_and_in_english_what_each_rule_asks() {
        Finding activities = requireNonNull(why("2011-06-10")).trace().getFirst();
        assertThat(activities.asksZh()).contains("“五项活动”进展情况（S69）");
        assertThat(activities.asksEn()).contains("progress of the five activities (S69)");
        assertThat(activities.inputs()).containsExactly("e-0", "e-2");
        assertThat(requireNonNull(why("2011-06-10")).trace())
                .allMatch(one -> !one.asksZh().isBlank() && !one.asksEn().isBlank());
    }

    @Test
    void nothing_of_the_count_is_shown_before_the_close() {
        Reasons counting = requireNonNull(why("2011-06-06"));
        assertThat(counting.recommendation()).isNull();
        assertThat(Json.tolerant().writeValueAsString(counting)).doesNotContain("30");
        assertThat(requireNonNull(why("2011-06-07")).recommendation()).isEqualTo(TALLY);
        assertThat(counting.eligible()).isNull();
        assertThat(counting.commended()).isNull();
    }

    @Test
    void why_is_open_to_the_candidate_and_the_heads_of_the_organisation() {
        var row = requireNonNull(ViewLaws.rows(WHY, FACTS).get(OF_ANN.value()));
        assertThat(WHY.audience(row).admits(seated(ANN.value()))).isTrue();
        assertThat(WHY.audience(row).admits(head(LIN, BRANCH))).isTrue();
        assertThat(WHY.audience(row).admits(seated(LIN, BRANCH))).isFalse();
        assertThat(WHY.audience(row).admits(committee())).isTrue();
        assertThat(WHY.audience(row).admits(seated(CAI.value()))).isFalse();
        assertThat(WHY.audience(row).admits(head("other", OTHER_BRANCH))).isFalse();
    }

    private static @Nullable Overview round(String date) {
        var row = requireNonNull(ViewLaws.rows(ROUNDS, FACTS).get(ROUND.value()));
        return ROUNDS.answer(ROUND.value(), row, day(date));
    }

    private static @Nullable Reasons why(String date) {
        var row = requireNonNull(ViewLaws.rows(WHY, FACTS).get(OF_ANN.value()));
        return WHY.answer(OF_ANN.value(), row, day(date));
    }
}
