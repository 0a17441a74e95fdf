package org.zhengyou.commendations.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import org.zhengyou.commendations.decisions.DecisionEvent.CommendationDecided;
import org.zhengyou.commendations.nominations.NominationEvent.NominationFiled;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationOpened;
import org.zhengyou.commendations.recommendations.RecommendationId;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Firsts;
import org.zhengyou.kit.view.Timeline;

/**
 * 申报进展 (S83, S116). What views keep of one nomination.
 *
 * @param filed the nomination
 * @param steps when each step was first taken
 * @param recommendation the ballot of its unit
 * @param decided the decision
 */
public record Standing(
        Timeline<NominationFiled> filed,
        Firsts<NominationStep> steps,
        Timeline<RecommendationId> recommendation,
        Timeline<CommendationDecided> decided) {
    static final Standing NONE =
            new Standing(Timeline.empty(), Firsts.empty(), Timeline.empty(), Timeline.empty());

    /** This standing after a step. */
    Standing after(NominationStep step, Fact<?> fact) {
        return new Standing(
                fact.event() instanceof NominationFiled e ? filed.with(fact.order(), e) : filed,
                steps.with(step, fact.order()),
                fact.event() instanceof RecommendationOpened e
                        ? recommendation.with(fact.order(), e.recommendation())
                        : recommendation,
                fact.event() instanceof CommendationDecided e
                        ? decided.with(fact.order(), e)
                        : decided);
    }

    /** The day of each step taken by this instant. */
    SortedMap<NominationStep, LocalDate> daysBy(Instant asOf) {
        return steps.daysAt(asOf);
    }
}
