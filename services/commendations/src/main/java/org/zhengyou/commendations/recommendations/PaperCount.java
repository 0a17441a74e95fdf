package org.zhengyou.commendations.recommendations;

import static org.zhengyou.kit.authority.OfficeFunction.APPRAISE;
import static org.zhengyou.kit.authority.OfficeFunction.SUPERVISE;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_ROLL;
import static org.zhengyou.kit.decide.RefusalCode.ROLL_CLOSED;

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
import org.zhengyou.commendations.rounds.Records;
import org.zhengyou.kit.decide.Given;

/** 纸质推荐票 (F37). Entered by one person, attested by another, for one nomination at a time. */
final class PaperCount {
    private static final String CLAUSE = "S83";
    private static final String TWO_PEOPLE = "F37";

    private PaperCount() {}

    static List<RecommendationTallyEntered> enter(
            Records state, EnterRecommendationTally c, Given given) {
        RecommendationTallyEntered now =
                new RecommendationTallyEntered(
                        c.recommendation(),
                        c.round(),
                        c.unit(),
                        c.nomination(),
                        new MemberId(given.actor().person()),
                        c.tally(),
                        c.scanDigest());
        Optional<RecommendationTallyEntered> before =
                state.last(
                        RecommendationTallyEntered.class,
                        e -> e.nomination().equals(c.nomination()));
        if (before.isPresent() && before.get().equals(now)) return List.of();
        RecommendationOpened opened = opened(state, c, given);
        requireNominated(state, opened, c.nomination(), given);
        given.authority().require(APPRAISE, c.unit().value(), CLAUSE);
        if (isAttested(state, c.nomination()))
            throw refuse(ALREADY_ON_RECORD, TWO_PEOPLE, "the tally is attested");
        if (c.tally().sum() > opened.rollSize())
            throw refuse(NOT_ON_ROLL, CLAUSE, "there are more papers than names on the roll");
        return List.of(now);
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
        if (state.last(RecommendationTallyAttested.class, now::equals).isPresent())
            return List.of();
        requireNominated(state, opened(state, c, given), c.nomination(), given);
        RecommendationTallyEntered entered =
                state.require(
                        RecommendationTallyEntered.class,
                        e -> e.nomination().equals(c.nomination()),
                        given.effectiveAt(),
                        TWO_PEOPLE,
                        "the tally is entered");
        if (entered.by().equals(now.by()))
            throw refuse(
                    CONFLICT_OF_INTEREST,
                    TWO_PEOPLE,
                    "nobody attests what they entered themselves");
        given.authority().require(SUPERVISE, c.unit().value(), TWO_PEOPLE);
        if (!entered.scanDigest().equals(c.scanDigest()))
            throw refuse(NOT_ON_RECORD, TWO_PEOPLE, "the tally was entered from another scan");
        if (isAttested(state, c.nomination()))
            throw refuse(ALREADY_ON_RECORD, TWO_PEOPLE, "the tally is attested");
        return List.of(now);
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
            throw refuse(CONFLICT_OF_INTEREST, CLAUSE, "nobody counts in their own cause");
    }

    private static boolean isAttested(Records state, NominationId nomination) {
        return state.last(RecommendationTallyAttested.class, e -> e.nomination().equals(nomination))
                .isPresent();
    }
}
