package org.zhengyou.commendations.nominations;

import java.time.LocalDate;
import org.zhengyou.commendations.directory.OrganizationId;
import org.zhengyou.commendations.rounds.AwardCategory;
import org.zhengyou.commendations.rounds.RoundId;
import org.zhengyou.kit.decide.Concern;

/** 基层申报、总支陈述 (S83). What happened to a nomination in the first two steps. */
public sealed interface NominationEvent {
    /** The nomination concerned. */
    NominationId nomination();

    /** The round it belongs to. */
    RoundId round();

    /** The general branch or direct branch that speaks for it. */
    OrganizationId unit();

    /** What it says of itself to everybody. */
    default Concern concern() {
        return switch (this) {
            case NominationFiled e ->
                    Concern.of(e.organization(), "S83").and(e.category().personIn(e.candidate()));
            case StatementPresented e -> Concern.of(e.unit(), "S83");
        };
    }

    /**
     * 已申报 (S83).
     *
     * @param nomination its id
     * @param round the round
     * @param category what for
     * @param candidate who
     * @param organization the primary-level organisation that filed it
     * @param unit the general branch or direct branch that speaks for it
     * @param conferBefore the round is over from this day on
     * @param documentDigest SHA-256 of the written nomination
     */
    record NominationFiled(
            NominationId nomination,
            RoundId round,
            AwardCategory category,
            CandidateId candidate,
            OrganizationId organization,
            OrganizationId unit,
            LocalDate conferBefore,
            String documentDigest)
            implements NominationEvent {}

    /**
     * 已陈述 (S83).
     *
     * @param nomination the nomination
     * @param round its round
     * @param unit who spoke
     * @param documentDigest SHA-256 of the written statement
     */
    record StatementPresented(
            NominationId nomination, RoundId round, OrganizationId unit, String documentDigest)
            implements NominationEvent {}
}
