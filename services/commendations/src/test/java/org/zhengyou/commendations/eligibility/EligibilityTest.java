package org.zhengyou.commendations.eligibility;

import static org.zhengyou.commendations.University.ANN;
import static org.zhengyou.commendations.University.BRANCH;
import static org.zhengyou.commendations.University.CAI;
import static org.zhengyou.commendations.University.COLLEGE;
import static org.zhengyou.commendations.University.OF_ANN;
import static org.zhengyou.commendations.University.ROUND;
import static org.zhengyou.commendations.University.annsRegistration;
import static org.zhengyou.commendations.University.eventOfTest;
import static org.zhengyou.commendations.University.filed;
import static org.zhengyou.commendations.University.firstEventOfTest;
import static org.zhengyou.commendations.University.opened;
import static org.zhengyou.commendations.eligibility.RuleOutcome.MET;
import static org.zhengyou.commendations.eligibility.RuleOutcome.NOT_MET;
import static org.zhengyou.commendations.rounds.AwardCategory.OUTSTANDING_MEMBER;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.ROUND_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.kit.spec.University.HAN;
import static org.zhengyou.kit.spec.University.LIN;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyou.commendations.University;
import org.zhengyou.commendations.decisions.DecisionEvent.CommendationDecided;
import org.zhengyou.commendations.directory.ForeignFacts.AttendanceRecorded;
import org.zhengyou.commendations.directory.ForeignFacts.ReviewResultDetermined;
import org.zhengyou.commendations.eligibility.EligibilityCommand.CheckEligibility;
import org.zhengyou.commendations.eligibility.EligibilityEvent.EligibilityAssessed;
import org.zhengyou.commendations.nominations.NominationEvent.NominationFiled;
import org.zhengyou.commendations.nominations.NominationId;
import org.zhengyou.commendations.rounds.Policies;
import org.zhengyou.commendations.rounds.RoundId;
import org.zhengyou.kit.adoption.PolicyEvent.PolicyAdopted;
import org.zhengyou.kit.spec.DeciderScenario;

class EligibilityTest {
    private static final CheckEligibility CHECK = new CheckEligibility(OF_ANN, ROUND, ANN);

    @Test
    void an_assessment_names_the_events_it_rests_on() {
        var assessed = assessed();
        nominated().by(HAN).when(CHECK).thenEvents(assessed);
        nominated().given(assessed).on("2011-06-10").by(HAN).when(CHECK).thenNothing();
        nominated().by(LIN).when(CHECK).thenRefused(ACTOR_LACKS_AUTHORITY);
    }

    @Test
    void an_assessment_that_does_not_count_yet_on_the_date_of_a_check_is_none() {
        nominated()
                .on("2011-06-10")
                .given(assessed())
                .on("2011-06-05")
                .by(HAN)
                .when(CHECK)
                .thenEvents(assessed());
    }

    @Test
    void a_result_determined_later_does_not_count_yet() {
        nominated()
                .given(assessed())
                .on("2011-06-20")
                .knowing(new ReviewResultDetermined("review-2", 2011, ANN.value(), "POOR"))
                .on("2011-06-10")
                .by(HAN)
                .when(CHECK)
                .thenNothing();
    }

    @Test
    void a_nomination_in_another_round_is_open_until_it_is_decided_or_the_round_is_over() {
        var elsewhere =
                new NominationFiled(
                        new NominationId("elsewhere"),
                        new RoundId("other"),
                        OUTSTANDING_MEMBER,
                        ANN,
                        BRANCH,
                        COLLEGE,
                        LocalDate.parse("2012-07-01"),
                        "d9");
        var decided =
                new CommendationDecided(
                        new NominationId("elsewhere"),
                        new RoundId("other"),
                        OUTSTANDING_MEMBER,
                        ANN,
                        BRANCH,
                        false,
                        null,
                        "r");
        nominated()
                .given(elsewhere)
                .by(HAN)
                .when(CHECK)
                .thenEvents(inTheWay(eventOfTest("own", 7)));
        // The first assessment stays the same only if the other nomination is not in the way.
        nominated().given(assessed(), elsewhere, decided).by(HAN).when(CHECK).thenNothing();
        var over =
                new NominationFiled(
                        new NominationId("elsewhere"),
                        new RoundId("other"),
                        OUTSTANDING_MEMBER,
                        ANN,
                        BRANCH,
                        COLLEGE,
                        LocalDate.parse("2011-05-25"),
                        "d9");
        nominated().given(assessed(), over).on("2011-05-25").by(HAN).when(CHECK).thenNothing();
    }

    @Test
    void what_the_committee_adopted_counts_from_its_date_on() {
        var adopted = new PolicyAdopted(Policies.RESULT_GOOD.id(), 1, "LATEST", "d");
        nominated()
                .on("2011-05-22")
                .given(adopted)
                .on("2011-05-21")
                .by(HAN)
                .when(CHECK)
                .thenEvents(assessed());
        nominated()
                .on("2011-05-22")
                .given(adopted)
                .by(HAN)
                .when(CHECK)
                .thenEvents(
                        assessed(
                                "P-RESULT-GOOD@1",
                                met("E-CONFLICT", 2, "P-ONE-ROUND", List.of(), "none")));
    }

    @Test
    void a_candidate_is_nominated_before_it_is_checked() {
        University.scenario(Eligibility.decider())
                .on("2011-05-10")
                .given(opened())
                .by("gao")
                .when(CHECK)
                .thenRefused(STEP_OUT_OF_ORDER, "S116", "nomination");
        nominated()
                .by(HAN)
                .when(new CheckEligibility(OF_ANN, ROUND, CAI))
                .thenRefused(NOT_ON_RECORD);
        nominated()
                .by("gao")
                .when(new CheckEligibility(OF_ANN, new RoundId("other"), ANN))
                .thenRefused(NOT_ON_RECORD);
    }

    @Test
    void nothing_is_assessed_from_the_rounds_day_on() {
        nominated().on("2011-06-30").by(HAN).when(CHECK).thenEvents(assessed());
        nominated()
                .on("2011-07-01")
                .by(HAN)
                .when(CHECK)
                .thenRefused(ROUND_CLOSED, "S69", "2011-07-01");
    }

    @Test
    void an_activity_attended_later_does_not_count_yet() {
        nominated()
                .given(assessed())
                .on("2011-06-20")
                .knowing(
                        new AttendanceRecorded(
                                "a-0", "branch", "BADGE_OF_EXAMPLE", List.of(ANN.value())))
                .on("2011-06-10")
                .by(HAN)
                .when(CHECK)
                .thenNothing();
    }

    /** Ann has a good result of 2010, attended two activities, and is nominated. */
    private static DeciderScenario<EligibilityCommand, EligibilityEvent, ?> nominated() {
        return University.scenario(Eligibility.decider())
                .on("2011-01-10")
                .knowing(new ReviewResultDetermined("review-1", 2010, ANN.value(), "GOOD"))
                .on("2011-03-10")
                .knowing(
                        new AttendanceRecorded(
                                "a-1", "branch", "POST_DEDICATION", List.of(ANN.value(), "bob")),
                        new AttendanceRecorded(
                                "a-2", "branch", "POST_DEDICATION", List.of(ANN.value())),
                        new AttendanceRecorded("a-3", "branch", "BADGE_OF_EXAMPLE", List.of("bob")))
                .on("2011-05-10")
                .given(opened())
                .on("2011-05-20")
                .given(filed());
    }

    private static EligibilityAssessed assessed() {
        return assessed(met("E-CONFLICT", 2, "P-ONE-ROUND", List.of(), "none"));
    }

    private static EligibilityAssessed inTheWay(String filing) {
        return assessed(
                new RuleTrace(
                        "E-CONFLICT",
                        2,
                        "P-ONE-ROUND",
                        List.of(filing),
                        "1 undecided in other rounds",
                        NOT_MET,
                        "其他批次的申报须先有结论",
                        "the nominations in other rounds are decided first"));
    }

    private static EligibilityAssessed assessed(RuleTrace conflict) {
        return assessed("P-RESULT-GOOD", conflict);
    }

    private static EligibilityAssessed assessed(String policy, RuleTrace conflict) {
        String result = firstEventOfTest("foreign");
        List<String> attended = List.of(eventOfTest("foreign", 2), eventOfTest("foreign", 3));
        return new EligibilityAssessed(
                OF_ANN,
                ROUND,
                ANN,
                conflict.outcome() == MET,
                List.of(
                        met("E-REGISTER", 1, "S4", List.of(annsRegistration()), "ON_REGISTER"),
                        met(
                                "E-PERIOD",
                                1,
                                "S85",
                                List.of(result),
                                "1 of 1 results lie inside the period"),
                        met(
                                "E-ACTIVITIES",
                                1,
                                "P-ONE-ACTIVITY",
                                attended,
                                "2 attended, 1 of 5 themes"),
                        met("E-RESULT", 2, policy, List.of(result), "2010 AT_LEAST_GOOD"),
                        conflict));
    }

    private static RuleTrace met(
            String rule, int version, String clause, List<String> inputs, String value) {
        return new RuleTrace(rule, version, clause, inputs, value, MET, null, null);
    }
}
