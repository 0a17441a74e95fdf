package org.zhengyou.commendations.decisions;

import static org.zhengyou.commendations.University.ANN;
import static org.zhengyou.commendations.University.BRANCH;
import static org.zhengyou.commendations.University.COLLEGE;
import static org.zhengyou.commendations.University.OF_ANN;
import static org.zhengyou.commendations.University.ROUND;
import static org.zhengyou.commendations.University.filed;
import static org.zhengyou.commendations.University.opened;
import static org.zhengyou.commendations.University.presented;
import static org.zhengyou.commendations.rounds.AwardCategory.OUTSTANDING_MEMBER;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.commendations.University;
import org.zhengyou.commendations.decisions.DecisionEvent.CommendationDecided;
import org.zhengyou.commendations.directory.ForeignFacts.ReviewResultDetermined;
import org.zhengyou.commendations.directory.ReviewId;
import org.zhengyou.commendations.eligibility.EligibilityEvent.EligibilityAssessed;
import org.zhengyou.commendations.recommendations.RecommendationEvent.Figures;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationClosed;
import org.zhengyou.commendations.recommendations.RecommendationId;
import org.zhengyou.commendations.recommendations.Tally;
import org.zhengyou.kit.spec.DeciderScenario;

/** Everything that a decision about Ann rests on. */
final class Decisive {
    static final ReviewId REVIEW = new ReviewId("review-1");
    static final RecommendationClosed CLOSED =
            new RecommendationClosed(
                    new RecommendationId("ballot"),
                    ROUND,
                    COLLEGE,
                    40,
                    "roll",
                    List.of(new Figures(OF_ANN, new Tally(30, 2, 1), "scan")));

    private Decisive() {}

    static DeciderScenario<DecisionCommand, DecisionEvent, ?> ready(EligibilityAssessed assessed) {
        return University.scenario(Commendation.decider())
                .on("2011-05-10")
                .given(opened(), filed(), presented(), CLOSED, assessed)
                .on("2011-06-10");
    }

    static DeciderScenario<DecisionCommand, DecisionEvent, ?> withResult(String grade) {
        return ready(eligible())
                .on("2011-01-10")
                .knowing(new ReviewResultDetermined("review-1", 2010, ANN.value(), grade))
                .on("2011-06-10");
    }

    static EligibilityAssessed eligible() {
        return new EligibilityAssessed(OF_ANN, ROUND, ANN, true, List.of());
    }

    static CommendationDecided decided() {
        return decided(true, REVIEW, null);
    }

    static CommendationDecided decided(
            boolean commended, @Nullable ReviewId result, @Nullable String reason) {
        return new CommendationDecided(
                OF_ANN, ROUND, OUTSTANDING_MEMBER, ANN, BRANCH, commended, result, reason);
    }
}
