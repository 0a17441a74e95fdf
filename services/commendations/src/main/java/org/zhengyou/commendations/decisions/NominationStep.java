package org.zhengyou.commendations.decisions;

import java.util.List;
import java.util.Optional;
import org.zhengyou.commendations.decisions.DecisionEvent.CommendationConferred;
import org.zhengyou.commendations.decisions.DecisionEvent.CommendationDecided;
import org.zhengyou.commendations.eligibility.EligibilityEvent.EligibilityAssessed;
import org.zhengyou.commendations.nominations.NominationEvent.NominationFiled;
import org.zhengyou.commendations.nominations.NominationEvent.StatementPresented;
import org.zhengyou.commendations.nominations.NominationId;
import org.zhengyou.commendations.recommendations.RecommendationEvent.Figures;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationClosed;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationOpened;
import org.zhengyou.commendations.rounds.RoundId;

/** 步骤 (S83, S116). The steps of a nomination, in their order. */
public enum NominationStep {
    /** 基层申报. */
    FILED,
    /** 总支陈述. */
    STATEMENT_PRESENTED,
    /** 启动民主推荐. */
    RECOMMENDATION_OPENED,
    /** 结束民主推荐. */
    RECOMMENDATION_CLOSED,
    /** 资格审查. */
    ELIGIBILITY_ASSESSED,
    /** 评选决定. */
    DECIDED,
    /** 授予表彰. */
    CONFERRED;

    /** A step and whom it concerns. */
    record Taken(NominationStep step, RoundId round, List<NominationId> nominations) {}

    /** The step that this event is, if it is one. */
    static Optional<Taken> of(Object event) {
        return switch (event) {
            case NominationFiled e -> taken(FILED, e.round(), e.nomination());
            case StatementPresented e -> taken(STATEMENT_PRESENTED, e.round(), e.nomination());
            case RecommendationOpened e ->
                    Optional.of(new Taken(RECOMMENDATION_OPENED, e.round(), e.nominations()));
            case RecommendationClosed e ->
                    Optional.of(
                            new Taken(
                                    RECOMMENDATION_CLOSED,
                                    e.round(),
                                    e.tallies().stream().map(Figures::nomination).toList()));
            case EligibilityAssessed e -> taken(ELIGIBILITY_ASSESSED, e.round(), e.nomination());
            case CommendationDecided e -> taken(DECIDED, e.round(), e.nomination());
            case CommendationConferred e -> taken(CONFERRED, e.round(), e.nomination());
            default -> Optional.empty();
        };
    }

    private static Optional<Taken> taken(
            NominationStep step, RoundId round, NominationId nomination) {
        return Optional.of(new Taken(step, round, List.of(nomination)));
    }
}
