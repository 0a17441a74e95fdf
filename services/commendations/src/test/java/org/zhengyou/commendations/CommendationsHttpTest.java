package org.zhengyou.commendations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.commendations.University.ANN;
import static org.zhengyou.commendations.University.BRANCH;
import static org.zhengyou.commendations.University.CAMPAIGN;
import static org.zhengyou.commendations.University.COLLEGE;
import static org.zhengyou.commendations.University.CONFER_BEFORE;
import static org.zhengyou.commendations.University.OF_ANN;
import static org.zhengyou.commendations.University.ROUND;
import static org.zhengyou.kit.spec.University.crowd;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.commendations.decisions.DecisionCommand.ConferCommendation;
import org.zhengyou.commendations.decisions.DecisionCommand.DecideCommendation;
import org.zhengyou.commendations.directory.ForeignFacts.AttendanceRecorded;
import org.zhengyou.commendations.directory.ForeignFacts.CriteriaSchemePublished;
import org.zhengyou.commendations.directory.ForeignFacts.ReviewResultDetermined;
import org.zhengyou.commendations.directory.ReviewId;
import org.zhengyou.commendations.eligibility.EligibilityCommand.CheckEligibility;
import org.zhengyou.commendations.nominations.NominationCommand.FileNomination;
import org.zhengyou.commendations.nominations.NominationCommand.PresentStatement;
import org.zhengyou.commendations.nominations.NominationId;
import org.zhengyou.commendations.recommendations.RecommendationCommand.AttestRecommendationTally;
import org.zhengyou.commendations.recommendations.RecommendationCommand.CloseRecommendation;
import org.zhengyou.commendations.recommendations.RecommendationCommand.EnterRecommendationTally;
import org.zhengyou.commendations.recommendations.RecommendationCommand.OpenRecommendation;
import org.zhengyou.commendations.recommendations.RecommendationId;
import org.zhengyou.commendations.recommendations.Tally;
import org.zhengyou.commendations.rounds.AwardCategory;
import org.zhengyou.commendations.rounds.RoundCommand.OpenCommendationRound;
import org.zhengyou.commendations.rounds.RoundKind;
import org.zhengyou.kit.host.Caller;
import org.zhengyou.kit.host.TestHost;
import org.zhengyou.kit.host.TestHost.Answer;
import org.zhengyou.kit.host.TestIssuer;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.projection.Facts;
import org.zhengyou.kit.spec.DeciderScenario;
import tools.jackson.databind.JsonNode;

/** 表彰 (S69, S83, S116) as its callers see it, from the round to the reasons for a decision. */
class CommendationsHttpTest {
    private static final RecommendationId BALLOT = new RecommendationId("ballot");
    private static final Tally COUNTED = new Tally(31, 4, 5);

    @Test
    void a_nomination_goes_from_the_round_to_the_reasons_for_its_decision(@TempDir Path folder) {
        inService(
                folder,
                caller -> {
                    caller.does("gao", "2011-05-10", open());
                    caller.does("lin", "2011-05-20", file(OF_ANN));
                    caller.refused("DUPLICATE_NOMINATION", "lin", "2011-05-21", file(other()));
                    caller.does("han", "2011-05-25", new PresentStatement(OF_ANN, ROUND, "d2"));
                    recommend(caller);
                    caller.does("han", "2011-06-07", check());
                    caller.does("gao", "2011-06-10", decide());
                    caller.does("gao", "2011-06-25", new ConferCommendation(OF_ANN, ROUND));
                    assertReasons(caller);
                    caller.refused(
                            "ROUND_CLOSED", "lin", "2011-07-01", file(new NominationId("late")));
                });
    }

    @Test
    void whoever_holds_no_office_is_refused_and_sees_nothing(@TempDir Path folder) {
        inService(
                folder,
                caller -> {
                    caller.refused("ACTOR_LACKS_AUTHORITY", "bob", "2011-05-10", open());
                    caller.does("gao", "2011-05-10", open());
                    caller.refused("ACTOR_LACKS_AUTHORITY", "bob", "2011-05-20", file(OF_ANN));
                    // The branch itself nominates: the secretary above it does not do it instead.
                    caller.refused("ACTOR_LACKS_AUTHORITY", "han", "2011-05-20", file(OF_ANN));
                    caller.does("lin", "2011-05-20", file(OF_ANN));
                    caller.refused("ACTOR_LACKS_AUTHORITY", "lin", "2011-05-25", decide());
                    caller.refused("ACTOR_LACKS_AUTHORITY", "bob", "2011-05-25", check());
                    new Facts(caller.host().runtime()).areSeen();
                    assertThat(caller.asks("bob", "why/nomination-ann").status()).isEqualTo(404);
                    assertThat(caller.rows("bob", "nominations").isEmpty()).isTrue();
                    assertThat(caller.asks("ann", "why/nomination-ann").status()).isEqualTo(200);
                });
    }

    @Test
    void every_field_of_a_command_that_is_wrong_is_named_at_once(@TempDir Path folder) {
        inService(
                folder,
                caller -> {
                    Map<String, Object> body = new HashMap<>();
                    body.put("round", "not an id");
                    body.put("category", "BEST_OF_ALL");
                    body.put("candidate", 7);
                    body.put("organization", "branch-1");
                    body.put("unit", null);
                    body.put("documentDigest", " ");
                    body.put("vote", "yes");
                    Answer answer = caller.send("lin", "2011-05-20", "FileNomination", body);
                    assertThat(answer.status()).isEqualTo(400);
                    assertThat(fields(answer))
                            .containsExactlyInAnyOrder(
                                    "nomination",
                                    "round",
                                    "category",
                                    "candidate",
                                    "unit",
                                    "documentDigest",
                                    "vote");
                    Answer turned = caller.send("gao", "2011-05-10", turnedPeriod());
                    assertThat(turned.status()).isEqualTo(400);
                    assertThat(fields(turned)).containsExactly("periodTo");
                });
    }

    private static void recommend(Caller caller) {
        caller.does("han", "2011-06-01", new OpenRecommendation(BALLOT, ROUND, COLLEGE, 40, "d3"));
        caller.refused("STEP_OUT_OF_ORDER", "gao", "2011-06-02", decide());
        var entered = new EnterRecommendationTally(BALLOT, ROUND, COLLEGE, OF_ANN, COUNTED, "scan");
        caller.does("han", "2011-06-03", entered);
        var attested =
                new AttestRecommendationTally(BALLOT, ROUND, COLLEGE, OF_ANN, COUNTED, "scan");
        var otherwise =
                new AttestRecommendationTally(
                        BALLOT, ROUND, COLLEGE, OF_ANN, new Tally(1, 0, 0), "scan");
        caller.refused("CONFLICT_OF_INTEREST", "han", "2011-06-03", attested);
        caller.refused("NOT_ON_RECORD", "wu", "2011-06-04", otherwise);
        assertThat(caller.log()).doesNotContain("\"inFavour\"");
        caller.does("wu", "2011-06-04", attested);
        assertThat(caller.log()).doesNotContain("\"inFavour\"");
        caller.does("han", "2011-06-05", new CloseRecommendation(BALLOT, ROUND, COLLEGE));
    }

    private static void assertReasons(Caller caller) {
        new Facts(caller.host().runtime()).areSeen();
        JsonNode why = caller.rows("lin", "why/nomination-ann?asOf=2011-06-30").path(0);
        assertThat(why.path("steps").propertyNames()).hasSize(7);
        assertThat(why.at("/recommendation/inFavour").asInt()).isEqualTo(31);
        assertThat(why.path("trace").findValuesAsString("outcome")).doesNotContain("NOT_MET");
        assertThat(why.at("/trace/0/inputs/0").asString()).isEqualTo("members-1");
        assertThat(why.path("commended").asBoolean()).isTrue();
        assertThat(why.path("conferredOn").asString()).isEqualTo("2011-06-25");
        JsonNode before = caller.rows("ann", "why/nomination-ann?asOf=2011-06-09").path(0);
        assertThat(before.path("eligible").asBoolean()).isTrue();
        assertThat(before.path("commended").isNull()).isTrue();
    }

    private static List<String> fields(Answer answer) {
        return answer.json().path("errors").findValuesAsString("field");
    }

    private static OpenCommendationRound open() {
        return open(LocalDate.parse("2011-05-31"));
    }

    private static OpenCommendationRound open(LocalDate periodTo) {
        return new OpenCommendationRound(
                ROUND,
                CAMPAIGN,
                RoundKind.CONCENTRATED,
                List.of(AwardCategory.values()),
                LocalDate.parse("2010-06-01"),
                periodTo,
                CONFER_BEFORE,
                "基层申报、总支陈述、民主推荐",
                null);
    }

    private static OpenCommendationRound turnedPeriod() {
        return open(LocalDate.parse("2010-05-31"));
    }

    private static FileNomination file(NominationId nomination) {
        return new FileNomination(
                nomination, ROUND, AwardCategory.OUTSTANDING_MEMBER, ANN, BRANCH, COLLEGE, "d1");
    }

    private static NominationId other() {
        return new NominationId("second");
    }

    private static CheckEligibility check() {
        return new CheckEligibility(OF_ANN, ROUND, ANN);
    }

    private static DecideCommendation decide() {
        return new DecideCommendation(OF_ANN, ROUND, true, new ReviewId("review"), null);
    }

    private interface Course {
        void run(Caller caller);
    }

    private static void inService(Path folder, Course course) {
        try (TestStore store = new TestStore(folder);
                TestIssuer issuer = TestIssuer.start();
                TestHost host =
                        TestHost.start(
                                CommendationsService.definition(),
                                store,
                                issuer,
                                folder,
                                Map.of())) {
            learn(new Facts(host.runtime()));
            course.run(new Caller(host, issuer));
        }
    }

    /** All of the university since 2010; Ann attended in autumn and was found good. */
    private static void learn(Facts facts) {
        Map<String, Integer> positions = new HashMap<>();
        for (Object fact : University.known()) learn(facts, positions, "2010-01-01", fact);
        for (Object fact : crowd(BRANCH.value(), 36)) learn(facts, positions, "2010-01-01", fact);
        var criteria = new CriteriaSchemePublished("s-4", "PARTY_AFFAIRS_WORKER");
        learn(facts, positions, "2010-07-01", criteria);
        var attended =
                new AttendanceRecorded("activity", "branch", "BADGE_OF_EXAMPLE", List.of("ann"));
        learn(facts, positions, "2010-10-15", attended);
        var result = new ReviewResultDetermined("review", 2010, "ann", "GOOD");
        learn(facts, positions, "2011-01-10", result);
        facts.areSeen();
    }

    private static void learn(Facts facts, Map<String, Integer> positions, String on, Object fact) {
        String source = University.sourceOf(fact);
        int position = positions.merge(source, 1, Integer::sum);
        Instant at = DeciderScenario.day(on);
        facts.learns(source, position, fact, source + position, at, at);
    }
}
