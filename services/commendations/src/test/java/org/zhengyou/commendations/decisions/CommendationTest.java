package org.zhengyou.commendations.decisions;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.commendations.University.ANN;
import static org.zhengyou.commendations.University.BRANCH;
import static org.zhengyou.commendations.University.OF_ANN;
import static org.zhengyou.commendations.University.ROUND;
import static org.zhengyou.commendations.University.filed;
import static org.zhengyou.commendations.University.opened;
import static org.zhengyou.commendations.University.presented;
import static org.zhengyou.commendations.decisions.Decisive.CLOSED;
import static org.zhengyou.commendations.decisions.Decisive.REVIEW;
import static org.zhengyou.commendations.decisions.Decisive.decided;
import static org.zhengyou.commendations.decisions.Decisive.eligible;
import static org.zhengyou.commendations.decisions.Decisive.ready;
import static org.zhengyou.commendations.decisions.Decisive.withResult;
import static org.zhengyou.commendations.rounds.AwardCategory.OUTSTANDING_MEMBER;
import static org.zhengyou.commendations.rounds.AwardCategory.OUTSTANDING_PARTY_AFFAIRS_WORKER;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.ROUND_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.kit.spec.University.GAO;
import static org.zhengyou.kit.spec.University.HAN;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyou.commendations.University;
import org.zhengyou.commendations.decisions.DecisionCommand.DecideCommendation;
import org.zhengyou.commendations.decisions.DecisionEvent.CommendationDecided;
import org.zhengyou.commendations.directory.ForeignFacts.ReviewResultDetermined;
import org.zhengyou.commendations.directory.ReviewId;
import org.zhengyou.commendations.eligibility.EligibilityEvent.EligibilityAssessed;
import org.zhengyou.commendations.eligibility.RuleOutcome;
import org.zhengyou.commendations.eligibility.RuleTrace;
import org.zhengyou.commendations.nominations.CandidateId;
import org.zhengyou.kit.validation.Validity;

class CommendationTest {
    @Test
    void the_committee_decides_on_a_named_review_result() {
        withResult("GOOD").by(GAO).when(decide(true, REVIEW, null)).thenEvents(decided());
        withResult("GOOD").given(decided()).by(GAO).when(decide(true, REVIEW, null)).thenNothing();
        withResult("GOOD")
                .given(decided())
                .on("2011-06-11")
                .by(GAO)
                .when(decide(true, REVIEW, null))
                .thenRefused(ALREADY_ON_RECORD, "S116", "since 2011-06-10");
        withResult("GOOD")
                .given(decided())
                .by(HAN)
                .when(decide(true, REVIEW, null))
                .thenRefused(ACTOR_LACKS_AUTHORITY);
        withResult("GOOD")
                .given(decided())
                .by(GAO)
                .when(decide(false, REVIEW, null))
                .thenRefused(ALREADY_ON_RECORD);
    }

    @Test
    void no_decision_without_a_result_or_a_recorded_reason() {
        ready(unmet("E-RESULT")).by(GAO).when(decide(true, null, null)).thenRefused(RESULT_MISSING);
        ready(unmet("E-RESULT"))
                .by(GAO)
                .when(decide(true, null, "年终考核时尚未入党"))
                .thenEvents(decided(true, null, "年终考核时尚未入党"));
        ready(eligible()).by(GAO).when(decide(true, REVIEW, null)).thenRefused(RESULT_MISSING);
    }

    @Test
    void a_result_on_file_is_not_passed_over_by_a_reason() {
        withResult("POOR")
                .by(GAO)
                .when(decide(true, null, "理由"))
                .thenRefused(OUT_OF_SCOPE, "S116", "name it");
    }

    @Test
    void a_result_outside_the_period_is_no_basis() {
        ready(eligible())
                .on("2010-05-01")
                .knowing(new ReviewResultDetermined("review-1", 2009, ANN.value(), "GOOD"))
                .on("2011-06-10")
                .by(GAO)
                .when(decide(true, REVIEW, null))
                .thenRefused(OUT_OF_SCOPE, "S85", "period");
    }

    @Test
    void for_party_affairs_workers_neither_is_needed() {
        var asWorker = filed(OF_ANN, OUTSTANDING_PARTY_AFFAIRS_WORKER, ANN, BRANCH);
        University.scenario(Commendation.decider())
                .on("2011-05-10")
                .given(opened(), asWorker, presented(), CLOSED, eligible())
                .on("2011-06-10")
                .by(GAO)
                .when(decide(true, null, null))
                .thenEvents(
                        new CommendationDecided(
                                OF_ANN,
                                ROUND,
                                OUTSTANDING_PARTY_AFFAIRS_WORKER,
                                ANN,
                                BRANCH,
                                true,
                                null,
                                null));
    }

    @Test
    void whoever_is_not_eligible_is_not_commended_but_may_be_refused() {
        ready(unmet("E-REGISTER"))
                .by(GAO)
                .when(decide(true, null, "理由"))
                .thenRefused(OUT_OF_SCOPE, "S116", "E-REGISTER");
        ready(unmet("E-REGISTER"))
                .by(GAO)
                .when(decide(false, null, "理由"))
                .thenEvents(decided(false, null, "理由"));
    }

    @Test
    void the_missing_step_is_named() {
        refusedAfter(0, "S116", "the nomination is filed");
        refusedAfter(1, "S83", "the statement is presented");
        refusedAfter(2, "S83", "the recommendation is closed");
        refusedAfter(3, "S116", "the eligibility is on file");
    }

    @Test
    void nothing_is_decided_from_the_rounds_day_on() {
        withResult("GOOD")
                .on("2011-06-30")
                .by(GAO)
                .when(decide(true, REVIEW, null))
                .thenEvents(decided())
                .on("2011-07-01")
                .when(decide(true, REVIEW, null))
                .thenRefused(ROUND_CLOSED, "S69", "2011-07-01")
                .when(decide(false, REVIEW, null))
                .thenRefused(ROUND_CLOSED);
    }

    @Test
    void nobody_decides_in_their_own_cause() {
        var ofGao = filed(OF_ANN, OUTSTANDING_MEMBER, new CandidateId(GAO), BRANCH);
        University.scenario(Commendation.decider())
                .on("2011-05-10")
                .given(opened(), ofGao, presented(), CLOSED, eligible())
                .by(GAO)
                .when(decide(true, null, "理由"))
                .thenRefused(CONFLICT_OF_INTEREST, "P-OWN-CAUSE", "own cause");
    }

    @Test
    void a_reason_without_result_does_not_go_with_a_result() {
        assertThatThrownBy(() -> Validity.check(decide(true, REVIEW, "理由")))
                .hasMessageContaining("reasonWithoutResult");
    }

    private static void refusedAfter(int steps, String clause, String missing) {
        List<Object> all = List.of(filed(), presented(), CLOSED);
        University.scenario(Commendation.decider())
                .on("2011-05-10")
                .given(opened())
                .given(all.subList(0, steps).toArray())
                .by(GAO)
                .when(decide(true, null, "理由"))
                .thenRefused(STEP_OUT_OF_ORDER, clause, missing);
    }

    private static EligibilityAssessed unmet(String rule) {
        return new EligibilityAssessed(
                OF_ANN,
                ROUND,
                ANN,
                false,
                List.of(
                        new RuleTrace(
                                rule, 1, "S116", List.of(), "", RuleOutcome.NOT_MET, "改", "c")));
    }

    private static DecideCommendation decide(
            boolean commended, @Nullable ReviewId result, @Nullable String reason) {
        return new DecideCommendation(OF_ANN, ROUND, commended, result, reason);
    }
}
