package org.zhengyou.commendations.recommendations;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengyou.commendations.directory.MemberId;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationTallyAttested;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationTallyEntered;
import org.zhengyou.commendations.rounds.Policies;
import org.zhengyou.kit.decide.Told;

/**
 * 最后录入 (P-PAPER-TALLY). The entry of a nomination's papers that was recorded last, with its
 * attestation: one recorded after it and not true before it. What was attested earlier was another
 * entry.
 *
 * @param entered the entry
 * @param attested its attestation; null while there is none
 * @param differing how many second counts differed from it
 */
record LastEntry(
        Told<RecommendationTallyEntered> entered,
        @Nullable Told<RecommendationTallyAttested> attested,
        int differing) {
    /** How many second counts may differ from one entry. */
    static final int MOST_DIFFERING = 3;

    LastEntry attestedBy(Told<RecommendationTallyAttested> told) {
        return entered.isTrueAt(told.effectiveAt())
                ? new LastEntry(entered, told, differing)
                : this;
    }

    LastEntry differed() {
        return new LastEntry(entered, attested, differing + 1);
    }

    /** Nobody can attest it any more: the papers are entered anew. */
    boolean isSpent() {
        return differing >= MOST_DIFFERING;
    }

    /** Whether it was entered by this person with these counts from this scan. */
    boolean says(MemberId by, Tally tally, String scanDigest) {
        return entered.event().by().equals(by)
                && entered.event().scanDigest().equals(scanDigest)
                && entered.event().counted().equals(Optional.of(tally));
    }

    /** Attested for good: an entry that nobody can open any more is entered again. */
    boolean stands() {
        return attested != null && entered.event().counted().isPresent();
    }

    /**
     * The counted papers.
     *
     * @throws org.zhengyou.kit.decide.Refusal OUT_OF_SCOPE if their key no longer exists
     */
    Tally counted() {
        return entered.event()
                .counted()
                .orElseThrow(
                        () ->
                                refuse(
                                        OUT_OF_SCOPE,
                                        Policies.PAPER_TALLY,
                                        "the entered tally can no longer be opened: enter it"
                                                + " again"));
    }

    boolean isAttestedBy(Instant asOf) {
        return attested != null && attested.isTrueAt(asOf);
    }
}
