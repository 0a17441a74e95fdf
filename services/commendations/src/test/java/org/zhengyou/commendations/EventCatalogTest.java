package org.zhengyou.commendations;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyou.commendations.decisions.DecisionEvent;
import org.zhengyou.commendations.decisions.DecisionEvent.CommendationConferred;
import org.zhengyou.commendations.decisions.DecisionEvent.CommendationDecided;
import org.zhengyou.commendations.directory.CampaignId;
import org.zhengyou.commendations.directory.MemberId;
import org.zhengyou.commendations.directory.OrganizationId;
import org.zhengyou.commendations.directory.ReviewId;
import org.zhengyou.commendations.eligibility.EligibilityEvent;
import org.zhengyou.commendations.eligibility.EligibilityEvent.EligibilityAssessed;
import org.zhengyou.commendations.eligibility.RuleOutcome;
import org.zhengyou.commendations.eligibility.RuleTrace;
import org.zhengyou.commendations.nominations.CandidateId;
import org.zhengyou.commendations.nominations.NominationEvent;
import org.zhengyou.commendations.nominations.NominationEvent.NominationFiled;
import org.zhengyou.commendations.nominations.NominationEvent.StatementPresented;
import org.zhengyou.commendations.nominations.NominationId;
import org.zhengyou.commendations.recommendations.RecommendationEvent;
import org.zhengyou.commendations.recommendations.RecommendationEvent.Figures;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationClosed;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationOpened;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationTallyAttested;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationTallyDiffered;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationTallyEntered;
import org.zhengyou.commendations.recommendations.RecommendationId;
import org.zhengyou.commendations.recommendations.Tally;
import org.zhengyou.commendations.rounds.AwardCategory;
import org.zhengyou.commendations.rounds.Policies;
import org.zhengyou.commendations.rounds.RoundEvent;
import org.zhengyou.commendations.rounds.RoundEvent.CommendationRoundOpened;
import org.zhengyou.commendations.rounds.RoundId;
import org.zhengyou.commendations.rounds.RoundKind;
import org.zhengyou.kit.adoption.PolicyEvent;
import org.zhengyou.kit.adoption.PolicyEvent.PolicyAdopted;
import org.zhengyou.kit.attestation.ActId;
import org.zhengyou.kit.attestation.AttestationEvent;
import org.zhengyou.kit.attestation.AttestationEvent.ActAttested;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.spec.ApprovedSamples;

/** The stored shapes of this service's events are frozen. */
class EventCatalogTest {
    private static final RoundId ROUND = new RoundId("round-1");
    private static final NominationId NOMINATION = new NominationId("nomination-1");
    private static final RecommendationId RECOMMENDATION = new RecommendationId("recommendation-1");
    private static final CandidateId ANN = new CandidateId("ann");
    private static final OrganizationId BRANCH = new OrganizationId("branch-1");
    private static final OrganizationId COLLEGE = new OrganizationId("college");
    private static final AwardCategory CATEGORY = AwardCategory.OUTSTANDING_MEMBER;
    private static final LocalDate CONFER_BEFORE = LocalDate.parse("2011-07-01");
    private static final Tally TALLY = new Tally(30, 2, 1);
    private static final String SCAN = "2c3d4e5f6071";

    @Test
    void every_event_has_the_stored_shape_that_was_approved() {
        ApprovedSamples.match(
                "commendations",
                samples(),
                RoundEvent.class,
                NominationEvent.class,
                RecommendationEvent.class,
                EligibilityEvent.class,
                DecisionEvent.class,
                PolicyEvent.class,
                AttestationEvent.class);
    }

    private static List<Object> samples() {
        return List.of(
                new CommendationRoundOpened(
                        ROUND,
                        new CampaignId("campaign-1"),
                        RoundKind.CONCENTRATED,
                        List.of(AwardCategory.ADVANCED_PRIMARY_ORGANIZATION, CATEGORY),
                        LocalDate.parse("2010-06-01"),
                        LocalDate.parse("2011-06-30"),
                        null,
                        CONFER_BEFORE,
                        "基层申报、总支陈述、民主推荐",
                        null),
                new NominationFiled(
                        NOMINATION,
                        ROUND,
                        CATEGORY,
                        ANN,
                        BRANCH,
                        COLLEGE,
                        CONFER_BEFORE,
                        "0a1b2c3d4e5f"),
                new StatementPresented(NOMINATION, ROUND, COLLEGE, "1b2c3d4e5f60"),
                new RecommendationOpened(
                        RECOMMENDATION, ROUND, COLLEGE, List.of(NOMINATION), 40, "3d4e5f607182"),
                new RecommendationTallyEntered(
                        RECOMMENDATION,
                        ROUND,
                        COLLEGE,
                        NOMINATION,
                        new MemberId("han"),
                        null,
                        SCAN,
                        new Personal("han", null)),
                new RecommendationTallyAttested(
                        RECOMMENDATION, ROUND, COLLEGE, NOMINATION, new MemberId("wu"), SCAN),
                new RecommendationTallyDiffered(
                        RECOMMENDATION, ROUND, COLLEGE, NOMINATION, new MemberId("wu")),
                new RecommendationClosed(
                        RECOMMENDATION,
                        ROUND,
                        COLLEGE,
                        40,
                        "3d4e5f607182",
                        List.of(new Figures(NOMINATION, TALLY, SCAN))),
                new EligibilityAssessed(NOMINATION, ROUND, ANN, false, List.of(trace())),
                new CommendationDecided(
                        NOMINATION,
                        ROUND,
                        CATEGORY,
                        ANN,
                        BRANCH,
                        true,
                        new ReviewId("review-1"),
                        null),
                new CommendationConferred(
                        NOMINATION, ROUND, CATEGORY, ANN, BRANCH, LocalDate.parse("2011-06-28")),
                new PolicyAdopted(Policies.RESULT_GOOD.id(), 1, "EVERY", "4e5f60718293"),
                new ActAttested(new ActId("commendations-000000000123")));
    }

    private static RuleTrace trace() {
        return new RuleTrace(
                "E-RESULT",
                1,
                "S116",
                List.of("0190a0b0-0000-7000-8000-000000000001"),
                "2010 BELOW_GOOD",
                RuleOutcome.NOT_MET,
                "2010年度考核结果须达到良好以上",
                "a result of at least GOOD for 2010");
    }
}
