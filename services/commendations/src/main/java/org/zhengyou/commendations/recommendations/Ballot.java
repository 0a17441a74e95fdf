package org.zhengyou.commendations.recommendations;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ROLL_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengyou.commendations.nominations.NominationId;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationClosed;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationOpened;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationTallyAttested;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationTallyDiffered;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationTallyEntered;
import org.zhengyou.commendations.rounds.CommendationRound;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.Told;

/**
 * 民主推荐 (S83). How far the ballot of one unit in one round has come.
 *
 * @param opened its opening, null before
 * @param entries the last entry of the papers counted for a nomination
 * @param closed its close, null before
 */
public record Ballot(
        @Nullable Told<RecommendationOpened> opened,
        Map<NominationId, LastEntry> entries,
        @Nullable Told<RecommendationClosed> closed) {
    /** Nothing is on record. */
    static final Ballot NONE = new Ballot(null, Map.of(), null);

    /** Whether the ballot of a unit in a round is opened. */
    static final Ground<Ballot> OF_UNIT =
            Ground.of("ballot", RecommendationOpened.class, NONE, Ballot::openedBy);

    /** Copies the map. */
    public Ballot {
        entries = Map.copyOf(entries);
    }

    Ballot after(Told<RecommendationEvent> told) {
        return switch (told.event()) {
            case RecommendationOpened e -> openedBy(told.as(e));
            case RecommendationTallyEntered e ->
                    with(e.nomination(), new LastEntry(told.as(e), null, 0));
            case RecommendationTallyAttested e ->
                    entry(e.nomination())
                            .map(last -> with(e.nomination(), last.attestedBy(told.as(e))))
                            .orElse(this);
            case RecommendationTallyDiffered e ->
                    entry(e.nomination())
                            .map(last -> with(e.nomination(), last.differed()))
                            .orElse(this);
            case RecommendationClosed e -> new Ballot(opened, entries, told.as(e));
        };
    }

    private Ballot openedBy(Told<RecommendationOpened> told) {
        return new Ballot(told, entries, closed);
    }

    private Ballot with(NominationId nomination, LastEntry entry) {
        Map<NominationId, LastEntry> more = new HashMap<>(entries);
        more.put(nomination, entry);
        return new Ballot(opened, more, closed);
    }

    /** The last entry of the papers counted for a nomination, if there is one. */
    Optional<LastEntry> entry(NominationId nomination) {
        return Optional.ofNullable(entries.get(nomination));
    }

    /**
     * The ballot that a command names, opened by then.
     *
     * @throws org.zhengyou.kit.decide.Refusal STEP_OUT_OF_ORDER
     */
    RecommendationOpened requireOpened(RecommendationCommand c, Given given) {
        if (opened == null
                || !opened.event().round().equals(c.round())
                || !opened.event().unit().equals(c.unit())
                || !opened.isTrueAt(given.effectiveAt()))
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    Recommendation.CLAUSE,
                    "missing step: the recommendation is opened");
        return opened.event();
    }

    /**
     * Its papers may still be counted.
     *
     * @throws org.zhengyou.kit.decide.Refusal ROLL_CLOSED, or ROUND_CLOSED
     */
    void requireCounting(Given given) {
        if (closed != null)
            throw refuse(ROLL_CLOSED, Recommendation.CLAUSE, "the recommendation is closed");
        CommendationRound.requireRunning(given, Recommendation.CLAUSE);
    }
}
