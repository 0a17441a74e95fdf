package org.zhengyou.commendations.recommendations;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengyou.commendations.nominations.NominationId;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationTallyAttested;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationTallyEntered;
import org.zhengyou.commendations.rounds.Records;
import org.zhengyou.commendations.rounds.Records.Entry;

/**
 * 最后录入 (P-PAPER-TALLY). The entry of a nomination's papers that was recorded last, with its
 * attestation: one recorded after it and not true before it. What was attested earlier was another
 * entry.
 *
 * @param entered the entry
 * @param at when it is true
 * @param attested its attestation; null while there is none
 * @param attestedAt when that is true; null while there is none
 */
record LastEntry(
        RecommendationTallyEntered entered,
        Instant at,
        @Nullable RecommendationTallyAttested attested,
        @Nullable Instant attestedAt) {

    static Optional<LastEntry> of(Records state, NominationId nomination) {
        LastEntry last = null;
        for (Entry<?> one : state.entries())
            if (one.fact() instanceof RecommendationTallyEntered e
                    && e.nomination().equals(nomination))
                last = new LastEntry(e, one.at(), null, null);
            else if (one.fact() instanceof RecommendationTallyAttested a
                    && a.nomination().equals(nomination)
                    && last != null
                    && !one.at().isBefore(last.at))
                last = new LastEntry(last.entered, last.at, a, one.at());
        return Optional.ofNullable(last);
    }

    boolean isAttested() {
        return attested != null;
    }

    boolean isAttestedBy(Instant asOf) {
        return attestedAt != null && !attestedAt.isAfter(asOf);
    }
}
