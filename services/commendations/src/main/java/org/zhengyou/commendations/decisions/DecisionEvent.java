package org.zhengyou.commendations.decisions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengyou.commendations.directory.OrganizationId;
import org.zhengyou.commendations.directory.ReviewId;
import org.zhengyou.commendations.nominations.CandidateId;
import org.zhengyou.commendations.nominations.NominationId;
import org.zhengyou.commendations.nominations.SettlesNomination;
import org.zhengyou.commendations.rounds.AwardCategory;
import org.zhengyou.commendations.rounds.RoundId;
import org.zhengyou.kit.decide.Concern;

/** 评选、表彰 (S69, S84, S116). What became of a nomination in the end. */
public sealed interface DecisionEvent {
    /** The nomination concerned. */
    NominationId nomination();

    /** The round it belongs to. */
    RoundId round();

    /** Who was nominated. */
    CandidateId candidate();

    /** What it says of itself to everybody. */
    default Concern concern() {
        return switch (this) {
            case CommendationDecided e ->
                    Concern.of(e.organization(), "S69").and(e.category().personIn(e.candidate()));
            case CommendationConferred e ->
                    Concern.of(e.organization(), "S69", "S84")
                            .and(e.category().personIn(e.candidate()));
        };
    }

    /**
     * 评选已决定 (S116).
     *
     * @param nomination the nomination
     * @param round its round
     * @param category what for
     * @param candidate who
     * @param organization the primary-level organisation that filed it
     * @param commended whether the candidate is commended
     * @param reviewResult the review whose result was used; null if there is none
     * @param reasonWithoutResult why there is no result; null if there is one
     */
    record CommendationDecided(
            NominationId nomination,
            RoundId round,
            AwardCategory category,
            CandidateId candidate,
            OrganizationId organization,
            boolean commended,
            @Nullable ReviewId reviewResult,
            @Nullable String reasonWithoutResult)
            implements DecisionEvent, SettlesNomination {}

    /**
     * 表彰已授予 (S69, S84).
     *
     * @param nomination the nomination
     * @param round its round
     * @param category what for
     * @param candidate who
     * @param organization the primary-level organisation that filed it
     * @param conferredOn when
     */
    record CommendationConferred(
            NominationId nomination,
            RoundId round,
            AwardCategory category,
            CandidateId candidate,
            OrganizationId organization,
            LocalDate conferredOn)
            implements DecisionEvent {}
}
