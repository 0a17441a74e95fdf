package org.zhengyou.commendations.recommendations;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengyou.commendations.directory.MemberId;
import org.zhengyou.commendations.directory.OrganizationId;
import org.zhengyou.commendations.nominations.ClosesSlate;
import org.zhengyou.commendations.nominations.NominationId;
import org.zhengyou.commendations.rounds.RoundId;
import org.zhengyou.kit.decide.Concern;
import org.zhengyou.kit.personal.Personal;

/** 民主推荐 (S83). What happened to the ballot of one unit in one round. */
public sealed interface RecommendationEvent {
    /** The recommendation concerned. */
    RecommendationId recommendation();

    /** The round it belongs to. */
    RoundId round();

    /** The general branch or direct branch that recommends. */
    OrganizationId unit();

    /** What it says of itself to everybody. */
    default Concern concern() {
        return switch (this) {
            case RecommendationOpened e -> Concern.of(e.unit(), "S83");
            case RecommendationTallyEntered e -> Concern.of(e.unit(), "S83", "P-PAPER-TALLY");
            case RecommendationTallyAttested e -> Concern.of(e.unit(), "S83", "P-PAPER-TALLY");
            case RecommendationTallyDiffered e -> Concern.of(e.unit(), "S83", "P-PAPER-TALLY");
            case RecommendationClosed e -> Concern.of(e.unit(), "S83");
        };
    }

    /**
     * 民主推荐已启动 (S83).
     *
     * @param recommendation its id
     * @param round the round
     * @param unit who recommends
     * @param nominations all nominations of the unit in this round
     * @param rollSize how many are entitled
     * @param rollDigest SHA-256 of the roll
     */
    record RecommendationOpened(
            RecommendationId recommendation,
            RoundId round,
            OrganizationId unit,
            List<NominationId> nominations,
            int rollSize,
            String rollDigest)
            implements RecommendationEvent, ClosesSlate {}

    /**
     * 推荐票已录入 (P-PAPER-TALLY). Said again if it is corrected before it is attested; the last one
     * counts.
     *
     * @param recommendation the recommendation
     * @param round its round
     * @param unit its unit
     * @param nomination for which nomination
     * @param by who entered it
     * @param tally the counted papers in clear: in entries of before they were sealed, null since
     * @param scanDigest SHA-256 of the scanned papers
     * @param sealedTally the counted papers, under the key of who entered them: nothing of the
     *     count is known before the close; null in entries of before they were sealed
     */
    record RecommendationTallyEntered(
            RecommendationId recommendation,
            RoundId round,
            OrganizationId unit,
            NominationId nomination,
            MemberId by,
            @Nullable Tally tally,
            String scanDigest,
            @Nullable Personal sealedTally)
            implements RecommendationEvent {
        /** The counted papers; nothing if their key no longer exists. */
        Optional<Tally> counted() {
            if (tally != null) return Optional.of(tally);
            String text = sealedTally == null ? null : sealedTally.text();
            return text == null ? Optional.empty() : Tally.read(text);
        }
    }

    /**
     * 推荐票已复核 (P-PAPER-TALLY).
     *
     * @param recommendation the recommendation
     * @param round its round
     * @param unit its unit
     * @param nomination for which nomination
     * @param by who attested it
     * @param scanDigest SHA-256 of the scanned papers
     */
    record RecommendationTallyAttested(
            RecommendationId recommendation,
            RoundId round,
            OrganizationId unit,
            NominationId nomination,
            MemberId by,
            String scanDigest)
            implements RecommendationEvent {}

    /**
     * 推荐票复核不符 (P-PAPER-TALLY). A second person counted otherwise than was entered. How much is said
     * nowhere, or the count could be found by trying.
     *
     * @param recommendation the recommendation
     * @param round its round
     * @param unit its unit
     * @param nomination for which nomination
     * @param by who counted otherwise
     */
    record RecommendationTallyDiffered(
            RecommendationId recommendation,
            RoundId round,
            OrganizationId unit,
            NominationId nomination,
            MemberId by)
            implements RecommendationEvent {}

    /**
     * 民主推荐已结束 (S83).
     *
     * @param recommendation the recommendation
     * @param round its round
     * @param unit its unit
     * @param rollSize how many were entitled
     * @param rollDigest SHA-256 of the roll
     * @param tallies the papers counted for each nomination
     */
    record RecommendationClosed(
            RecommendationId recommendation,
            RoundId round,
            OrganizationId unit,
            int rollSize,
            String rollDigest,
            List<Figures> tallies)
            implements RecommendationEvent {}

    /**
     * 推荐结果 (S83). The papers counted for one nomination.
     *
     * @param nomination which
     * @param tally the counted papers
     * @param scanDigest SHA-256 of the scanned papers
     */
    record Figures(NominationId nomination, Tally tally, String scanDigest) {}
}
