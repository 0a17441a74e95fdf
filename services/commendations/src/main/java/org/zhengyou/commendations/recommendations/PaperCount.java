package org.zhengyou.commendations.recommendations;

import static org.zhengyou.commendations.recommendations.Recommendation.CLAUSE;
import static org.zhengyou.commendations.rounds.Policies.PAPER_TALLY;
import static org.zhengyou.kit.authority.OfficeFunction.APPRAISE;
import static org.zhengyou.kit.authority.OfficeFunction.SUPERVISE;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_ROLL;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.util.List;
import java.util.Optional;
import org.zhengyou.commendations.directory.MemberId;
import org.zhengyou.commendations.nominations.Nomination;
import org.zhengyou.commendations.nominations.NominationId;
import org.zhengyou.commendations.recommendations.RecommendationCommand.AttestRecommendationTally;
import org.zhengyou.commendations.recommendations.RecommendationCommand.EnterRecommendationTally;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationOpened;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationTallyAttested;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationTallyDiffered;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationTallyEntered;
import org.zhengyou.commendations.rounds.Policies;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Once;
import org.zhengyou.kit.decide.Refusal;
import org.zhengyou.kit.personal.Personal;

/**
 * 纸质推荐票 (P-PAPER-TALLY). Entered by one person, counted again by another, for one nomination at a
 * time. Each second count that differs is a fact; when {@value LastEntry#MOST_DIFFERING} differ
 * from an entry, nobody can attest it any more.
 */
final class PaperCount {
    private PaperCount() {}

    static List<RecommendationTallyEntered> enter(
            Ballot ballot, EnterRecommendationTally c, Given given) {
        given.authority().require(APPRAISE, c.unit().value(), CLAUSE);
        given.authority().requireInPerson(PAPER_TALLY);
        RecommendationOpened opened = ballot.requireOpened(c, given);
        requireNominated(opened, c.nomination(), given);
        MemberId by = new MemberId(given.actor().person());
        Optional<LastEntry> last = ballot.entry(c.nomination());
        // Another count corrects the entry; only the same one is said again, as long as it stands.
        var same = last.filter(one -> !one.isSpent() && one.says(by, c.tally(), c.scanDigest()));
        if (Once.of(same.map(one -> one.entered().on()).orElse(null), given)
                .or(PAPER_TALLY, "this count is entered")) return List.of();
        ballot.requireCounting(given);
        if (last.filter(LastEntry::stands).isPresent())
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
            Ballot ballot, AttestRecommendationTally c, Given given) {
        var event =
                new RecommendationTallyAttested(
                        c.recommendation(),
                        c.round(),
                        c.unit(),
                        c.nomination(),
                        new MemberId(given.actor().person()),
                        c.scanDigest());
        given.authority().require(SUPERVISE, c.unit().value(), PAPER_TALLY);
        given.authority().requireInPerson(PAPER_TALLY);
        requireNominated(ballot.requireOpened(c, given), c.nomination(), given);
        LastEntry last = requireEntered(ballot, c.nomination(), given);
        if (last.entered().event().by().equals(event.by()))
            throw refuse(
                    CONFLICT_OF_INTEREST,
                    PAPER_TALLY,
                    "nobody attests what they entered themselves");
        requireSameScan(last, c);
        boolean isEqual = last.counted().equals(c.tally());
        // Who attested it knows the count, nobody else finds it out now.
        if (last.attested() != null && last.attested().event().equals(event) && !isEqual)
            throw differing();
        if (Once.of(last.attested(), event, given).or(PAPER_TALLY, "the tally is attested"))
            return List.of();
        ballot.requireCounting(given);
        requireStanding(last);
        if (!isEqual) throw differing().leaving(differed(c, event.by()));
        return List.of(event);
    }

    private static RecommendationTallyDiffered differed(AttestRecommendationTally c, MemberId by) {
        return new RecommendationTallyDiffered(
                c.recommendation(), c.round(), c.unit(), c.nomination(), by);
    }

    private static void requireStanding(LastEntry last) {
        if (last.isSpent())
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    PAPER_TALLY,
                    "missing step: the papers are counted and entered anew, for "
                            + LastEntry.MOST_DIFFERING
                            + " second counts differed from this entry");
    }

    private static LastEntry requireEntered(Ballot ballot, NominationId nomination, Given given) {
        return ballot.entry(nomination)
                .filter(last -> last.entered().isTrueAt(given.effectiveAt()))
                .orElseThrow(
                        () ->
                                refuse(
                                        STEP_OUT_OF_ORDER,
                                        PAPER_TALLY,
                                        "missing step: the tally is entered, as it was last"));
    }

    private static void requireSameScan(LastEntry last, AttestRecommendationTally c) {
        if (!last.entered().event().scanDigest().equals(c.scanDigest()))
            throw refuse(NOT_ON_RECORD, PAPER_TALLY, "the tally was entered from another scan");
    }

    // Which of the counts differs is not said: the second person is to count, not to guess.
    private static Refusal differing() {
        return refuse(
                NOT_ON_RECORD,
                PAPER_TALLY,
                "the second count differs from the entry: count again, or enter again");
    }

    private static void requireNominated(
            RecommendationOpened opened, NominationId nomination, Given given) {
        if (!opened.nominations().contains(nomination))
            throw refuse(NOT_ON_RECORD, CLAUSE, "the nomination is not on this ballot");
        var filed = given.on(Nomination.GROUND).filed();
        if (filed != null && filed.event().candidate().value().equals(given.actor().person()))
            throw refuse(
                    CONFLICT_OF_INTEREST, Policies.OWN_CAUSE, "nobody counts in their own cause");
    }
}
