package org.zhengyou.commendations.recommendations;

import static org.zhengyou.commendations.rounds.Policies.PAPER_TALLY;
import static org.zhengyou.kit.authority.OfficeFunction.APPRAISE;
import static org.zhengyou.kit.authority.OfficeFunction.SUPERVISE;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_ROLL;
import static org.zhengyou.kit.decide.RefusalCode.ROLL_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.util.List;
import java.util.Optional;
import org.zhengyou.commendations.directory.MemberId;
import org.zhengyou.commendations.nominations.NominationEvent.NominationFiled;
import org.zhengyou.commendations.nominations.NominationId;
import org.zhengyou.commendations.recommendations.RecommendationCommand.AttestRecommendationTally;
import org.zhengyou.commendations.recommendations.RecommendationCommand.EnterRecommendationTally;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationClosed;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationOpened;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationTallyAttested;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationTallyEntered;
import org.zhengyou.commendations.rounds.CommendationRound;
import org.zhengyou.commendations.rounds.Policies;
import org.zhengyou.commendations.rounds.Records;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.personal.Personal;

/**
 * 纸质推荐票 (P-PAPER-TALLY). Entered by one person, counted again by another, for one nomination at a
 * time.
 */
final class PaperCount {
    private static final String CLAUSE = "S83";

    private PaperCount() {}

    static List<RecommendationTallyEntered> enter(
            Records state, EnterRecommendationTally c, Given given) {
        MemberId by = new MemberId(given.actor().person());
        Optional<LastEntry> before = LastEntry.of(state, c.nomination());
        if (before.filter(last -> last.says(by, c.tally(), c.scanDigest())).isPresent())
            return List.of();
        RecommendationOpened opened = opened(state, c, given);
        requireNominated(state, opened, c.nomination(), given);
        given.authority().require(APPRAISE, c.unit().value(), CLAUSE);
        if (before.filter(LastEntry::stands).isPresent())
            throw refuse(ALREADY_ON_RECORD, PAPER_TALLY, "the tally is attested");
        if (c.tally().sum() > opened.rollSize())
            throw refuse(NOT_ON_ROLL, CLAUSE, "there are more papers than names on the roll");
        return List.of(entered(c, by));
    }

    private static RecommendationTallyEntered entered(EnterRecommendationTally c, MemberId by) {
        return new RecommendationTallyEntered(
                c.recommendation(),
                c.round(),
                c.unit(),
                c.nomination(),
                by,
                null,
                c.scanDigest(),
                Personal.of(by.value(), c.tally().written()));
    }

    static List<RecommendationTallyAttested> attest(
            Records state, AttestRecommendationTally c, Given given) {
        RecommendationTallyAttested now =
                new RecommendationTallyAttested(
                        c.recommendation(),
                        c.round(),
                        c.unit(),
                        c.nomination(),
                        new MemberId(given.actor().person()),
                        c.scanDigest());
        Optional<LastEntry> before = LastEntry.of(state, c.nomination());
        if (before.filter(last -> last.says(c.tally(), c.scanDigest()))
                .filter(last -> now.equals(last.attested()))
                .isPresent()) return List.of();
        requireNominated(state, opened(state, c, given), c.nomination(), given);
        LastEntry last = requireEntered(before, given);
        if (last.entered().by().equals(now.by()))
            throw refuse(
                    CONFLICT_OF_INTEREST,
                    PAPER_TALLY,
                    "nobody attests what they entered themselves");
        given.authority().require(SUPERVISE, c.unit().value(), PAPER_TALLY);
        requireEqual(last, c);
        if (last.stands()) throw refuse(ALREADY_ON_RECORD, PAPER_TALLY, "the tally is attested");
        return List.of(now);
    }

    private static LastEntry requireEntered(Optional<LastEntry> before, Given given) {
        return before.filter(last -> !given.effectiveAt().isBefore(last.at()))
                .orElseThrow(
                        () ->
                                refuse(
                                        STEP_OUT_OF_ORDER,
                                        PAPER_TALLY,
                                        "missing step: the tally is entered, as it was last"));
    }

    // Which of the counts differs is not said: the second person is to count, not to guess.
    private static void requireEqual(LastEntry last, AttestRecommendationTally c) {
        if (!last.entered().scanDigest().equals(c.scanDigest()))
            throw refuse(NOT_ON_RECORD, PAPER_TALLY, "the tally was entered from another scan");
        if (!last.opened().equals(c.tally()))
            throw refuse(
                    NOT_ON_RECORD,
                    PAPER_TALLY,
                    "the second count differs from the entry: count again, or enter again");
    }

    /** The ballot that the command names, while it is open. */
    static RecommendationOpened opened(Records state, RecommendationCommand c, Given given) {
        RecommendationOpened opened =
                state.require(
                        RecommendationOpened.class,
                        e -> isOf(e, c),
                        given.effectiveAt(),
                        CLAUSE,
                        "the recommendation is opened");
        if (state.last(RecommendationClosed.class, e -> isOf(e, c)).isPresent())
            throw refuse(ROLL_CLOSED, CLAUSE, "the recommendation is closed");
        CommendationRound.requireRunning(
                CommendationRound.require(state, c.round(), given, CLAUSE), given);
        return opened;
    }

    static boolean isOf(RecommendationEvent e, RecommendationCommand c) {
        return e.recommendation().equals(c.recommendation())
                && e.round().equals(c.round())
                && e.unit().equals(c.unit());
    }

    private static void requireNominated(
            Records state, RecommendationOpened opened, NominationId nomination, Given given) {
        if (!opened.nominations().contains(nomination))
            throw refuse(NOT_ON_RECORD, CLAUSE, "the nomination is not on this ballot");
        boolean isCandidate =
                state.last(NominationFiled.class, e -> e.nomination().equals(nomination))
                        .filter(e -> e.candidate().value().equals(given.actor().person()))
                        .isPresent();
        if (isCandidate)
            throw refuse(
                    CONFLICT_OF_INTEREST, Policies.OWN_CAUSE, "nobody counts in their own cause");
    }
}
