package org.zhengyou.commendations.rounds;

import static org.zhengyou.kit.authority.OfficeFunction.GUIDE;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.PHASE_NOT_OPEN;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.ROUND_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.SCHEME_NOT_PUBLISHED;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.commendations.directory.CampaignDirectory;
import org.zhengyou.commendations.directory.CampaignId;
import org.zhengyou.commendations.directory.SchemeDirectory;
import org.zhengyou.commendations.rounds.RoundCommand.OpenCommendationRound;
import org.zhengyou.commendations.rounds.RoundEvent.CommendationRoundOpened;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Tag;

/**
 * 表彰批次 (S69, S84, S85). Categories with published criteria; conferred before its day; the
 * concentrated round once, the special one inside phase 4.
 */
public final class CommendationRound {
    private static final String NAME = "round";

    private CommendationRound() {}

    /** The tag under which a round is found. */
    public static Tag tag(RoundId round) {
        return Tag.of(NAME, round);
    }

    /** The rules about rounds. */
    public static Decider<RoundCommand, RoundEvent, ?> decider() {
        return Decider.of(NAME, RoundCommand.class, RoundEvent.class)
                .about(RoundCommand::round, RoundEvent::round)
                .alsoDependsOn(c -> Set.of(concentratedOf(c.campaign())))
                .alsoTagged(CommendationRound::tags)
                .decidesOverTime(Records.NONE, CommendationRound::decide, Records::after)
                .concerning(RoundEvent::concern);
    }

    private static Set<Tag> tags(RoundEvent event) {
        return switch (event) {
            case CommendationRoundOpened e ->
                    e.kind() == RoundKind.CONCENTRATED
                            ? Set.of(concentratedOf(e.campaign()))
                            : Set.of();
        };
    }

    private static Tag concentratedOf(CampaignId campaign) {
        return Tag.of("concentrated-of", campaign);
    }

    /**
     * A round that was opened by the effective time.
     *
     * @throws org.zhengyou.kit.decide.Refusal NOT_ON_RECORD, or STEP_OUT_OF_ORDER before its
     *     opening
     */
    public static CommendationRoundOpened require(
            Records state, RoundId round, Given given, String clause) {
        if (state.last(CommendationRoundOpened.class, e -> e.round().equals(round)).isEmpty())
            throw refuse(NOT_ON_RECORD, clause, "no round with this id was opened");
        return state.require(
                CommendationRoundOpened.class,
                e -> e.round().equals(round),
                given.effectiveAt(),
                clause,
                "the round is opened");
    }

    /**
     * The round has not come to its day: nothing in it is true from that day on.
     *
     * @throws org.zhengyou.kit.decide.Refusal ROUND_CLOSED from that day on
     */
    public static void requireRunning(CommendationRoundOpened round, Given given) {
        requireRunning(round.kind(), round.conferBefore(), given);
    }

    private static void requireRunning(RoundKind kind, LocalDate conferBefore, Given given) {
        if (!given.effectiveOn().isBefore(conferBefore))
            throw refuse(
                    ROUND_CLOSED,
                    kind.clause(),
                    "commendations are conferred before " + conferBefore);
    }

    private static List<CommendationRoundOpened> decide(
            Records state, RoundCommand command, Given given) {
        return switch (command) {
            case OpenCommendationRound c -> open(state, c, given);
        };
    }

    private static List<CommendationRoundOpened> open(
            Records state, OpenCommendationRound c, Given given) {
        String clause = c.kind().clause();
        given.authority().requireCommittee(GUIDE, clause);
        Optional<CommendationRoundOpened> before =
                state.last(CommendationRoundOpened.class, e -> e.round().equals(c.round()));
        if (before.isPresent() && before.get().equals(opened(c, before.get().conferFrom())))
            return List.of();
        if (before.isPresent())
            throw refuse(ALREADY_ON_RECORD, clause, "a round with this id has other content");
        requireCategories(c);
        requireTime(c, given);
        if (c.kind() == RoundKind.CONCENTRATED && isConcentratedOnRecord(state, c.campaign()))
            throw refuse(ALREADY_ON_RECORD, clause, "the campaign has its concentrated round");
        requireCriteria(c, given);
        return List.of(opened(c, conferFrom(c, given)));
    }

    private static boolean isConcentratedOnRecord(Records state, CampaignId campaign) {
        return state.last(
                        CommendationRoundOpened.class,
                        e -> e.kind() == RoundKind.CONCENTRATED && e.campaign().equals(campaign))
                .isPresent();
    }

    // S69 commends all three in one; what a special round is for is announced with it.
    private static void requireCategories(OpenCommendationRound c) {
        Set<AwardCategory> missing = EnumSet.allOf(AwardCategory.class);
        missing.removeAll(c.categories());
        if (c.kind() == RoundKind.CONCENTRATED && !missing.isEmpty())
            throw refuse(
                    PART_MISSING,
                    c.kind().clause(),
                    "categories: the concentrated round also commends " + missing);
    }

    private static void requireTime(OpenCommendationRound c, Given given) {
        String clause = c.kind().clause();
        if (c.conferBefore().isAfter(c.kind().eveOf()))
            throw refuse(
                    OUT_OF_SCOPE,
                    clause,
                    "a " + c.kind() + " round is conferred before " + c.kind().eveOf());
        requireRunning(c.kind(), c.conferBefore(), given);
        if (!given.look(CampaignDirectory.class, c.campaign().value())
                .isLaunchedBy(given.effectiveAt()))
            throw refuse(RESULT_MISSING, clause, "no launch of this campaign is known here");
    }

    private static void requireCriteria(OpenCommendationRound c, Given given) {
        for (AwardCategory category : c.categories())
            for (String subjects : category.judgedBy())
                if (!given.look(SchemeDirectory.class, subjects).isPublishedBy(given.effectiveAt()))
                    throw refuse(
                            SCHEME_NOT_PUBLISHED,
                            Policies.CRITERIA_FIRST,
                            category + ": no criteria for " + subjects + " are published");
    }

    // The whole procedure of a special round lies inside phase 4, unless an exception is recorded.
    private static @Nullable LocalDate conferFrom(OpenCommendationRound c, Given given) {
        if (c.kind() == RoundKind.CONCENTRATED || c.exceptionReason() != null) return null;
        var campaign = given.look(CampaignDirectory.class, c.campaign().value());
        LocalDate from =
                campaign.fourthPhaseFrom(given.effectiveAt())
                        .orElseThrow(
                                () ->
                                        refuse(
                                                RESULT_MISSING,
                                                "S84",
                                                "phase 4 is not known here yet"));
        if (!campaign.isInFourthPhase(given.effectiveAt()))
            throw refuse(
                    PHASE_NOT_OPEN,
                    "S84",
                    "phase 4 is not open: record the reason of an exception");
        return from;
    }

    private static CommendationRoundOpened opened(
            OpenCommendationRound c, @Nullable LocalDate conferFrom) {
        return new CommendationRoundOpened(
                c.round(),
                c.campaign(),
                c.kind(),
                c.categories(),
                c.periodFrom(),
                c.periodTo(),
                conferFrom,
                c.conferBefore(),
                c.procedure(),
                c.exceptionReason());
    }
}
