package org.zhengyou.commendations.recommendations;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.zhengyou.commendations.directory.OrganizationId;
import org.zhengyou.commendations.nominations.NominationId;
import org.zhengyou.commendations.rounds.RoundId;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.New;
import org.zhengyou.kit.decide.Undisclosed;
import org.zhengyou.kit.validation.Digest;

/** 民主推荐 (S83). What is done with the ballot of one unit in one round. */
public sealed interface RecommendationCommand {
    /** The recommendation concerned. */
    RecommendationId recommendation();

    /** The round it belongs to. */
    RoundId round();

    /** The general branch or direct branch that recommends. */
    OrganizationId unit();

    /**
     * 启动民主推荐 (S83). Only after the statement on each of the unit's nominations; from then on it
     * takes no more nominations in this round.
     *
     * @param recommendation a new random id
     * @param round the round
     * @param unit the general branch or direct branch
     * @param rollSize how many members are entitled, 1 up to as many as are on the unit's register
     * @param rollDigest SHA-256 of the roll, which is frozen now
     */
    @Allowed(function = OfficeFunction.APPRAISE, over = "unit", clause = "S83")
    record OpenRecommendation(
            @New RecommendationId recommendation,
            RoundId round,
            OrganizationId unit,
            @Min(1) @Max(100_000) int rollSize,
            @Digest String rollDigest)
            implements RecommendationCommand {}

    /**
     * 录入推荐票 (P-PAPER-TALLY). One person enters the papers counted for one nomination; until
     * somebody else has attested them they can be entered again.
     *
     * @param recommendation the recommendation
     * @param round its round
     * @param unit its unit
     * @param nomination for which nomination
     * @param tally the counted papers, together at most as many as the roll has names
     * @param scanDigest SHA-256 of the scanned papers
     */
    @Allowed(function = OfficeFunction.APPRAISE, over = "unit", clause = "S83")
    record EnterRecommendationTally(
            RecommendationId recommendation,
            RoundId round,
            OrganizationId unit,
            NominationId nomination,
            Tally tally,
            @Digest String scanDigest)
            implements RecommendationCommand {}

    /**
     * 复核推荐票 (P-PAPER-TALLY). A second person counted the same scanned papers, without being told
     * what was entered; taken if both counts are equal. Each count that differs is on record, and
     * after three of them the papers are entered anew. No preview.
     *
     * @param recommendation the recommendation
     * @param round its round
     * @param unit its unit
     * @param nomination for which nomination
     * @param tally the papers as the second person counted them
     * @param scanDigest SHA-256 of the scanned papers, as entered
     */
    @Allowed(function = OfficeFunction.SUPERVISE, over = "unit", clause = "P-PAPER-TALLY")
    @Undisclosed(outcome = true)
    record AttestRecommendationTally(
            RecommendationId recommendation,
            RoundId round,
            OrganizationId unit,
            NominationId nomination,
            Tally tally,
            @Digest String scanDigest)
            implements RecommendationCommand {}

    /**
     * 结束民主推荐 (S83). When the tally of each nomination is attested; publishes them.
     *
     * @param recommendation the recommendation
     * @param round its round
     * @param unit its unit
     */
    @Allowed(function = OfficeFunction.APPRAISE, over = "unit", clause = "S83")
    @Undisclosed
    record CloseRecommendation(RecommendationId recommendation, RoundId round, OrganizationId unit)
            implements RecommendationCommand {}
}
