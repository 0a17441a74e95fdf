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
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.commendations.directory.CampaignDirectory;
import org.zhengyou.commendations.directory.CampaignId;
import org.zhengyou.commendations.directory.SchemeDirectory;
import org.zhengyou.commendations.rounds.RoundCommand.OpenCommendationRound;
import org.zhengyou.commendations.rounds.RoundEvent.CommendationRoundOpened;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.Once;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.decide.Told;

/**
 * 表彰批次 (S69, S84, S85). Categories with published criteria; conferred before its day; the
 * concentrated round once, the special one inside phase 4.
 *
 * @param opened how it was opened, null before
 */
public record CommendationRound(@Nullable Told<CommendationRoundOpened> opened) {
    private static final String NAME = "round";
    private static final CommendationRound NONE = new CommendationRound(null);

    /** The round with an id. */
    public static final Ground<CommendationRound> GROUND =
            Ground.of(NAME, RoundEvent.class, NONE, CommendationRound::after);

    /** The concentrated round of a campaign. */
    private static final Ground<CommendationRound> CONCENTRATED_OF =
            Ground.of("concentrated-of", RoundEvent.class, NONE, CommendationRound::after);

    /** The rules about rounds. */
    public static Decider<RoundCommand, RoundEvent, CommendationRound> decider() {
        return Decider.of(NAME, RoundCommand.class, RoundEvent.class)
                .about(RoundCommand::round, RoundEvent::round)
                .restsOnEach(
                        CONCENTRATED_OF,
                        command ->
                                switch (command) {
                                    case OpenCommendationRound c ->
                                            concentrated(c.kind(), c.campaign());
                                })
                .alsoTagged(
                        event ->
                                switch (event) {
                                    case CommendationRoundOpened e ->
                                            concentrated(e.kind(), e.campaign());
                                })
                .decides(GROUND, CommendationRound::decide)
                .concerning(RoundEvent::concern);
    }

    private static Set<Tag> concentrated(RoundKind kind, CampaignId campaign) {
        return kind == RoundKind.CONCENTRATED ? Set.of(CONCENTRATED_OF.tag(campaign)) : Set.of();
    }

    private CommendationRound after(Told<RoundEvent> told) {
        return switch (told.event()) {
            case CommendationRoundOpened e -> new CommendationRound(told.as(e));
        };
    }

    /**
     * The round that a command names, opened by the effective time.
     *
     * @throws org.zhengyou.kit.decide.Refusal NOT_ON_RECORD, or STEP_OUT_OF_ORDER before its
     *     opening
     */
    public static CommendationRoundOpened require(Given given, String clause) {
        var opened = given.on(GROUND).opened;
        if (opened == null) throw refuse(NOT_ON_RECORD, clause, "no round with this id was opened");
        if (!opened.isTrueAt(given.effectiveAt()))
            throw refuse(STEP_OUT_OF_ORDER, clause, "missing step: the round is opened");
        return opened.event();
    }

    /**
     * As {@link #require}, and the round has not come to its day: nothing in it is true from that
     * day on.
     *
     * @throws org.zhengyou.kit.decide.Refusal ROUND_CLOSED from that day on
     */
    public static CommendationRoundOpened requireRunning(Given given, String clause) {
        CommendationRoundOpened round = require(given, clause);
        requireRunning(round.kind(), round.conferBefore(), given);
        return round;
    }

    private static void requireRunning(RoundKind kind, LocalDate conferBefore, Given given) {
        if (!given.effectiveOn().isBefore(conferBefore))
            throw refuse(
                    ROUND_CLOSED,
                    kind.clause(),
                    "commendations are conferred before " + conferBefore);
    }

    private static List<CommendationRoundOpened> decide(
            CommendationRound round, RoundCommand command, Given given) {
        return switch (command) {
            case OpenCommendationRound c -> open(round.opened, c, given);
        };
    }

    private static List<CommendationRoundOpened> open(
            @Nullable Told<CommendationRoundOpened> known, OpenCommendationRound c, Given given) {
        String clause = c.kind().clause();
        given.authority().requireCommittee(GUIDE, clause);
        if (known != null
                && Once.of(known, opened(c, known.event().conferFrom()), given)
                        .or(clause, "a round with this id has other content")) return List.of();
        requireCategories(c);
        requireTime(c, given);
        if (c.kind() == RoundKind.CONCENTRATED && given.on(CONCENTRATED_OF).opened != null)
            throw refuse(ALREADY_ON_RECORD, clause, "the campaign has its concentrated round");
        requireCriteria(c, given);
        return List.of(opened(c, conferFrom(c, given)));
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
