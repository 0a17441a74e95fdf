package org.zhengyou.commendations.nominations;

import org.zhengyou.commendations.directory.OrganizationId;
import org.zhengyou.commendations.rounds.AwardCategory;
import org.zhengyou.commendations.rounds.RoundId;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.New;
import org.zhengyou.kit.validation.Digest;

/** 基层申报、总支陈述 (S83). What organisations do with nominations. */
public sealed interface NominationCommand {
    /** The nomination concerned. */
    NominationId nomination();

    /** The round it belongs to. */
    RoundId round();

    /**
     * 基层申报 (S83). The primary-level organisation nominates a candidate; one nomination per
     * candidate, round and category.
     *
     * @param nomination a new random id
     * @param round the round
     * @param category one of the round's categories
     * @param candidate for an advanced organisation the organisation itself, otherwise a member who
     *     belongs to it
     * @param organization the primary-level organisation that files
     * @param unit the general branch above it; the organisation itself if it is a general branch or
     *     a direct branch
     * @param documentDigest SHA-256 of the written nomination
     */
    @Allowed(
            function = OfficeFunction.IMPLEMENT,
            level = Allowed.Level.OWN,
            over = "organization",
            clause = "S83")
    record FileNomination(
            @New NominationId nomination,
            RoundId round,
            AwardCategory category,
            CandidateId candidate,
            OrganizationId organization,
            OrganizationId unit,
            @Digest String documentDigest)
            implements NominationCommand {}

    /**
     * 总支陈述 (S83). The general branch speaks for the nomination; a direct branch speaks for itself.
     *
     * @param nomination the nomination
     * @param round its round
     * @param documentDigest SHA-256 of the written statement
     */
    @Allowed(function = OfficeFunction.IMPLEMENT, level = Allowed.Level.OWN, clause = "S83")
    record PresentStatement(NominationId nomination, RoundId round, @Digest String documentDigest)
            implements NominationCommand {}
}
