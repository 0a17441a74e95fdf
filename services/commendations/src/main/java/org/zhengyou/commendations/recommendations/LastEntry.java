package org.zhengyou.commendations.recommendations;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengyou.commendations.directory.MemberId;
import org.zhengyou.commendations.nominations.NominationId;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationTallyAttested;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationTallyEntered;
import org.zhengyou.commendations.rounds.Policies;
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

    /** Whether it was entered by this person with these counts from this scan. */
    boolean says(MemberId by, Tally tally, String scanDigest) {
        return entered.by().equals(by) && says(tally, scanDigest);
    }

    boolean says(Tally tally, String scanDigest) {
        return entered.scanDigest().equals(scanDigest)
                && entered.counted().equals(Optional.of(tally));
    }

    /** Attested for good: an entry that nobody can open any more is entered again. */
    boolean stands() {
        return attested != null && entered.counted().isPresent();
    }

    /**
     * The counted papers.
     *
     * @throws org.zhengyou.kit.decide.Refusal RESULT_MISSING if their key no longer exists
     */
    Tally opened() {
        return entered.counted()
                .orElseThrow(
                        () ->
                                refuse(
                                        RESULT_MISSING,
                                        Policies.PAPER_TALLY,
                                        "the entered tally can no longer be opened: enter it"
                                                + " again"));
    }

    boolean isAttestedBy(Instant asOf) {
        return attestedAt != null && !attestedAt.isAfter(asOf);
    }
}
