package org.zhengyou.commendations.rounds;

import static org.zhengyou.kit.authority.OfficeFunction.GUIDE;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.ROUND_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.commendations.directory.CampaignId;
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

    static void requireRunning(RoundKind kind, LocalDate conferBefore, Given given) {
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
                && Once.of(known, RoundOpening.opened(c, known.event().conferFrom()), given)
                        .or(clause, "a round with this id has other content")) return List.of();
        RoundOpening.requireCategories(c);
        RoundOpening.requireTime(c, given);
        if (c.kind() == RoundKind.CONCENTRATED && given.on(CONCENTRATED_OF).opened != null)
            throw refuse(ALREADY_ON_RECORD, clause, "the campaign has its concentrated round");
        RoundOpening.requireCriteria(c, given);
        return List.of(RoundOpening.opened(c, RoundOpening.conferFrom(c, given)));
    }
}
