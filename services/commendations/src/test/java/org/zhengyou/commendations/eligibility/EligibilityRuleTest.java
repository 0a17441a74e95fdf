package org.zhengyou.commendations.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.commendations.eligibility.RuleOutcome.MET;
import static org.zhengyou.commendations.eligibility.RuleOutcome.NOT_APPLICABLE;
import static org.zhengyou.commendations.eligibility.RuleOutcome.NOT_MET;
import static org.zhengyou.commendations.rounds.AwardCategory.ADVANCED_PRIMARY_ORGANIZATION;
import static org.zhengyou.commendations.rounds.AwardCategory.OUTSTANDING_MEMBER;
import static org.zhengyou.commendations.rounds.AwardCategory.OUTSTANDING_PARTY_AFFAIRS_WORKER;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.commendations.directory.ActivityDirectory.Part;
import org.zhengyou.commendations.directory.ResultDirectory.Result;
import org.zhengyou.commendations.rounds.AwardCategory;
import org.zhengyou.commendations.rounds.CountedResults;
import org.zhengyou.commendations.rounds.Policies;
import org.zhengyou.commendations.rounds.RoundKind;
import org.zhengyou.kit.adoption.InForce;
import org.zhengyou.kit.authority.RegisterEntry;
import org.zhengyou.kit.spec.DeciderScenario;

class EligibilityRuleTest {
    private static final String IN_PERIOD = "2011-01-10";
    private static final LocalDate FROM = LocalDate.parse("2010-06-01");
    private static final InForce<CountedResults> BY_DEFAULT =
            new InForce<>(Policies.RESULT_GOOD.id(), 0, CountedResults.EVERY);
    private static final LocalDate TO = LocalDate.parse("2011-06-30");

    @Test
    void whoever_is_on_the_register_with_a_good_result_is_eligible() {
        var trace = EligibilityRule.applied(evidence(result(2010, "GOOD", IN_PERIOD)));
        assertThat(EligibilityRule.isEligible(trace)).isTrue();
        assertThat(trace).extracting(RuleTrace::outcome).containsOnly(MET);
        assertThat(trace).allMatch(one -> one.changeZh() == null && one.changeEn() == null);
        assertThat(one("E-RESULT", trace).inputs()).containsExactly("e-2010");
        assertThat(one("E-RESULT", trace).value()).isEqualTo("2010 AT_LEAST_GOOD");
    }

    @Test
    void without_a_result_or_with_a_poor_one_the_trace_says_what_would_change_it() {
        var none = one("E-RESULT", EligibilityRule.applied(evidence()));
        assertThat(none.outcome()).isEqualTo(NOT_MET);
        assertThat(none.changeEn()).contains("a review result inside the period");
        var fair =
                one(
                        "E-RESULT",
                        EligibilityRule.applied(
                                evidence(
                                        result(2010, "FAIR", IN_PERIOD),
                                        result(2011, "GOOD", "2011-06-01"))));
        assertThat(fair.outcome()).isEqualTo(NOT_MET);
        assertThat(fair.value()).isEqualTo("2010 BELOW_GOOD, 2011 AT_LEAST_GOOD");
        assertThat(fair.changeZh()).contains("2010").doesNotContain("2011");
    }

    @Test
    void a_member_attended_and_an_organisation_held_an_activity_inside_the_period() {
        var none =
                one(
                        "E-ACTIVITIES",
                        EligibilityRule.applied(
                                with(
                                        RoundKind.CONCENTRATED,
                                        OUTSTANDING_MEMBER,
                                        part("BADGE_OF_EXAMPLE", "2010-05-31", "e-1"),
                                        part("BADGE_OF_EXAMPLE", "2011-07-01", "e-2"))));
        assertThat(none.outcome()).isEqualTo(NOT_MET);
        assertThat(none.clause()).isEqualTo("P-ONE-ACTIVITY");
        assertThat(none.inputs()).isEmpty();
        assertThat(none.changeZh()).isEqualTo("须在表彰期内参加过“五项活动”");
        assertThat(none.changeEn()).contains("attended inside the period");
        var some =
                one(
                        "E-ACTIVITIES",
                        EligibilityRule.applied(
                                with(
                                        RoundKind.CONCENTRATED,
                                        ADVANCED_PRIMARY_ORGANIZATION,
                                        part("POST_DEDICATION", "2011-06-30", "e-3"),
                                        part("BADGE_OF_EXAMPLE", "2010-06-01", "e-2"),
                                        part("BADGE_OF_EXAMPLE", "2011-06-01", "e-1"))));
        assertThat(some.outcome()).isEqualTo(MET);
        assertThat(some.inputs()).containsExactly("e-1", "e-2", "e-3");
        assertThat(some.value()).isEqualTo("3 held, 2 of 5 themes");
    }

    @Test
    void without_any_activity_nobody_is_eligible_in_any_category() {
        for (AwardCategory category : AwardCategory.values()) {
            var trace = EligibilityRule.applied(with(RoundKind.CONCENTRATED, category));
            assertThat(one("E-ACTIVITIES", trace).outcome()).isEqualTo(NOT_MET);
            assertThat(EligibilityRule.isEligible(trace)).isFalse();
        }
    }

    @Test
    void the_progress_of_the_activities_is_the_basis_of_the_concentrated_round_alone() {
        var special = EligibilityRule.applied(with(RoundKind.SPECIAL, OUTSTANDING_MEMBER));
        assertThat(one("E-ACTIVITIES", special).outcome()).isEqualTo(NOT_APPLICABLE);
        assertThat(one("E-ACTIVITIES", special).clause()).isEqualTo("S69");
    }

    @Test
    void a_threshold_that_the_plan_does_not_name_is_cited_as_a_policy() {
        var good =
                one("E-RESULT", EligibilityRule.applied(evidence(result(2010, "GOOD", IN_PERIOD))));
        assertThat(good.clause()).isEqualTo("P-RESULT-GOOD");
        assertThat(good.version()).isEqualTo(2);
        var none = one("E-RESULT", EligibilityRule.applied(evidence()));
        assertThat(none.clause()).isEqualTo("S116");
    }

    @Test
    void the_policy_says_which_results_must_be_good_and_is_cited_with_its_version() {
        Result fair = result(2010, "FAIR", IN_PERIOD);
        Result excellent = result(2011, "EXCELLENT", "2011-06-01");

        var every = byPolicy(CountedResults.EVERY, 1, fair, excellent);
        assertThat(every.outcome()).isEqualTo(NOT_MET);
        assertThat(every.clause()).isEqualTo("P-RESULT-GOOD@1");
        var latest = byPolicy(CountedResults.LATEST, 2, fair, excellent);
        assertThat(latest.outcome()).isEqualTo(MET);
        assertThat(latest.clause()).isEqualTo("P-RESULT-GOOD@2");
        assertThat(latest.inputs()).containsExactly("e-2010", "e-2011");
        assertThat(latest.value()).isEqualTo("2010 BELOW_GOOD, 2011 AT_LEAST_GOOD");
        var worse =
                byPolicy(
                        CountedResults.LATEST,
                        2,
                        result(2010, "EXCELLENT", IN_PERIOD),
                        result(2011, "FAIR", "2011-06-01"));
        assertThat(worse.outcome()).isEqualTo(NOT_MET);
        assertThat(worse.changeEn()).contains("2011").doesNotContain("2010");
    }

    @Test
    void a_policy_that_asks_for_no_grade_still_leaves_the_result_a_basis() {
        assertThat(byPolicy(null, 3, result(2010, "POOR", IN_PERIOD)).outcome()).isEqualTo(MET);
        var none = byPolicy(null, 3);
        assertThat(none.outcome()).isEqualTo(NOT_MET);
        assertThat(none.clause()).isEqualTo("S116");
    }

    private static RuleTrace byPolicy(
            @Nullable CountedResults counted, int version, Result... results) {
        var policy = new InForce<>(Policies.RESULT_GOOD.id(), version, counted);
        return one(
                "E-RESULT",
                EligibilityRule.applied(
                        evidence(OUTSTANDING_MEMBER, true, List.of(results), List.of(), policy)));
    }

    @Test
    void every_rule_says_what_it_asks_in_chinese_and_in_english() {
        for (RuleTrace one : EligibilityRule.applied(evidence())) {
            assertThat(RuleWording.of(one.rule()).zh()).as(one.rule()).isNotBlank();
            assertThat(RuleWording.of(one.rule()).en()).as(one.rule()).isNotBlank();
        }
    }

    @Test
    void only_results_inside_the_period_count() {
        var trace =
                EligibilityRule.applied(
                        evidence(
                                result(2009, "GOOD", "2010-05-31"),
                                result(2011, "GOOD", "2011-07-01")));
        assertThat(one("E-PERIOD", trace).value()).startsWith("0 of 2");
        assertThat(one("E-PERIOD", trace).inputs()).containsExactly("e-2009", "e-2011");
        assertThat(one("E-RESULT", trace).outcome()).isEqualTo(NOT_MET);
        var edges =
                EligibilityRule.applied(
                        evidence(
                                result(2010, "GOOD", "2010-06-01"),
                                result(2011, "GOOD", "2011-06-30")));
        assertThat(one("E-PERIOD", edges).value()).startsWith("2 of 2");
    }

    @Test
    void the_result_rule_says_nothing_about_party_affairs_workers() {
        var trace =
                EligibilityRule.applied(
                        evidence(OUTSTANDING_PARTY_AFFAIRS_WORKER, true, List.of(), List.of()));
        assertThat(one("E-RESULT", trace).outcome()).isEqualTo(NOT_APPLICABLE);
        assertThat(EligibilityRule.isEligible(trace)).isTrue();
    }

    @Test
    void whoever_left_the_register_is_not_eligible() {
        var results = List.of(result(2010, "GOOD", IN_PERIOD));
        var left = EligibilityRule.applied(evidence(OUTSTANDING_MEMBER, false, results, List.of()));
        assertThat(one("E-REGISTER", left).outcome()).isEqualTo(NOT_MET);
        assertThat(one("E-REGISTER", left).inputs()).containsExactly("e-register");
        assertThat(EligibilityRule.isEligible(left)).isFalse();
    }

    @Test
    void a_nomination_open_in_another_round_is_a_conflict() {
        var results = List.of(result(2010, "GOOD", IN_PERIOD));
        var trace =
                EligibilityRule.applied(
                        evidence(OUTSTANDING_MEMBER, true, results, List.of("e-other")));
        assertThat(one("E-CONFLICT", trace).outcome()).isEqualTo(NOT_MET);
        assertThat(one("E-CONFLICT", trace).inputs()).containsExactly("e-other");
    }

    @Test
    void the_same_facts_give_the_same_trace() {
        var evidence =
                evidence(result(2010, "GOOD", IN_PERIOD), result(2011, "FAIR", "2011-06-01"));
        assertThat(EligibilityRule.applied(evidence)).isEqualTo(EligibilityRule.applied(evidence));
    }

    private static RuleTrace one(String rule, List<RuleTrace> trace) {
        return trace.stream().filter(one -> one.rule().equals(rule)).findFirst().orElseThrow();
    }

    private static Evidence evidence(Result... results) {
        return evidence(OUTSTANDING_MEMBER, true, List.of(results), List.of());
    }

    private static Evidence evidence(
            AwardCategory category, boolean isOn, List<Result> results, List<String> open) {
        return evidence(category, isOn, results, open, BY_DEFAULT);
    }

    private static Evidence evidence(
            AwardCategory category,
            boolean isOn,
            List<Result> results,
            List<String> open,
            InForce<CountedResults> policy) {
        return new Evidence(
                RoundKind.CONCENTRATED,
                category,
                FROM,
                TO,
                Optional.of(new RegisterEntry(isOn, "e-register")),
                results,
                List.of(part("BADGE_OF_EXAMPLE", IN_PERIOD, "e-activity")),
                open,
                policy);
    }

    private static Evidence with(RoundKind kind, AwardCategory category, Part... activities) {
        return new Evidence(
                kind,
                category,
                FROM,
                TO,
                Optional.of(new RegisterEntry(true, "e-register")),
                List.of(result(2010, "GOOD", IN_PERIOD)),
                List.of(activities),
                List.of(),
                BY_DEFAULT);
    }

    private static Part part(String theme, String on, String event) {
        return new Part("a-" + event, theme, DeciderScenario.day(on), event);
    }

    private static Result result(int year, String grade, String on) {
        return new Result("review-" + year, year, grade, DeciderScenario.day(on), "e-" + year);
    }
}
