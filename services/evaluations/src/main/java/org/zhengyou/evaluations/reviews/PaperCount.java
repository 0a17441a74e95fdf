package org.zhengyou.evaluations.reviews;

import static org.zhengyou.kit.authority.OfficeFunction.APPRAISE;
import static org.zhengyou.kit.authority.OfficeFunction.SUPERVISE;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_ROLL;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.ROLL_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.reviews.AppraisalCommand.AttestPaperTally;
import org.zhengyou.evaluations.reviews.AppraisalCommand.EnterPaperTally;
import org.zhengyou.evaluations.reviews.AppraisalEvent.AppraisalClosed;
import org.zhengyou.evaluations.reviews.AppraisalEvent.AppraisalOpened;
import org.zhengyou.evaluations.reviews.AppraisalEvent.PaperTallyAttested;
import org.zhengyou.evaluations.reviews.AppraisalEvent.PaperTallyDiffered;
import org.zhengyou.evaluations.reviews.AppraisalEvent.PaperTallyEntered;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportFiled;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.History;
import org.zhengyou.kit.decide.Once;
import org.zhengyou.kit.decide.Refusal;
import org.zhengyou.kit.decide.Told;
import org.zhengyou.kit.personal.Personal;

/**
 * 纸质票 (S114, P-PAPER-TALLY). One person enters what was counted, another counts again; the two
 * counts must be equal. The entry that was recorded last is the one that counts, whatever date it
 * bears. Each second count that differs is a fact; when {@value #MOST_DIFFERING} differ from an
 * entry, nobody can attest it any more: it is entered anew, and counted anew.
 */
final class PaperCount {
    private static final String CLAUSE = "S114";
    private static final String PAPER_TALLY = "P-PAPER-TALLY";
    private static final String ENTERED = "the paper tally is entered";

    /** How many second counts may differ from one entry. */
    private static final int MOST_DIFFERING = 3;

    private PaperCount() {}

    static List<PaperTallyEntered> enter(
            History<ReviewEvent> steps, DutyReportFiled filed, EnterPaperTally c, Given given) {
        var event =
                new PaperTallyEntered(
                        c.review(),
                        new MemberId(given.actor().person()),
                        c.scanDigest(),
                        Personal.of(
                                filed.reporter().value(), Tally.written(c.members(), c.masses())));
        Appraisal.requireHand(filed, APPRAISE, given);
        given.authority().requireInPerson(PAPER_TALLY);
        // Another count corrects the entry; only the same one is said again, as long as it stands.
        var known =
                steps.last(PaperTallyEntered.class)
                        .filter(one -> one.event().equals(event) && !isSpent(steps));
        if (Once.of(known.orElse(null), event, given).or(PAPER_TALLY, "this count is entered"))
            return List.of();
        Appraisal.requireOpenCycle(given);
        requireCounting(steps, c, given);
        return List.of(event);
    }

    private static void requireCounting(
            History<ReviewEvent> steps, EnterPaperTally c, Given given) {
        AppraisalOpened opened =
                steps.require(AppraisalOpened.class, given.effectiveAt(), CLAUSE, Appraisal.OPENED)
                        .event();
        if (steps.last(AppraisalClosed.class).isPresent())
            throw refuse(ROLL_CLOSED, CLAUSE, "the appraisal is closed");
        if (attested(steps).isPresent())
            throw refuse(ALREADY_ON_RECORD, PAPER_TALLY, "the tally is attested");
        requirePapers("members", c.members(), opened.membersOnRoll());
        requirePapers("masses", c.masses(), opened.massesOnRoll());
    }

    private static void requirePapers(String side, Tally tally, int roll) {
        if (tally.sum() == 0)
            throw refuse(
                    PART_MISSING,
                    CLAUSE,
                    "members and masses both take part: there is no paper of the " + side);
        if (tally.sum() > roll)
            throw refuse(
                    NOT_ON_ROLL,
                    CLAUSE,
                    "there are more papers of the " + side + " than names on their roll");
    }

    static List<PaperTallyAttested> attest(
            History<ReviewEvent> steps, DutyReportFiled filed, AttestPaperTally c, Given given) {
        var event =
                new PaperTallyAttested(
                        c.review(), new MemberId(given.actor().person()), c.scanDigest());
        Appraisal.requireHand(filed, SUPERVISE, given);
        given.authority().requireInPerson(PAPER_TALLY);
        PaperTallyEntered entered = requireEntered(steps, given.effectiveAt());
        if (entered.by().equals(event.by()))
            throw refuse(
                    CONFLICT_OF_INTEREST,
                    PAPER_TALLY,
                    "nobody attests what they entered themselves");
        requireSameScan(entered, c);
        Optional<Told<PaperTallyAttested>> attested = attested(steps);
        // Who attested it knows the count, nobody else finds it out now.
        if (attested.filter(one -> one.event().equals(event)).isPresent() && !isCounted(entered, c))
            throw differing();
        if (Once.of(attested.orElse(null), event, given).or(PAPER_TALLY, "the tally is attested"))
            return List.of();
        Appraisal.requireOpenCycle(given);
        requireStanding(steps);
        if (!isCounted(entered, c))
            throw differing().leaving(new PaperTallyDiffered(c.review(), event.by()));
        return List.of(event);
    }

    private static void requireStanding(History<ReviewEvent> steps) {
        if (isSpent(steps))
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    PAPER_TALLY,
                    "missing step: the papers are counted and entered anew, for "
                            + MOST_DIFFERING
                            + " second counts differed from this entry");
    }

    private static boolean isSpent(History<ReviewEvent> steps) {
        return steps.since(PaperTallyEntered.class).all(PaperTallyDiffered.class).count()
                >= MOST_DIFFERING;
    }

    /** The entry that was recorded last, if nobody attests it before its own date. */
    private static PaperTallyEntered requireEntered(History<ReviewEvent> steps, Instant at) {
        return steps.last(PaperTallyEntered.class)
                .filter(one -> one.isTrueAt(at))
                .map(Told::event)
                .orElseThrow(
                        () -> refuse(STEP_OUT_OF_ORDER, PAPER_TALLY, "missing step: " + ENTERED));
    }

    private static void requireSameScan(PaperTallyEntered entered, AttestPaperTally c) {
        if (!entered.scanDigest().equals(c.scanDigest()))
            throw refuse(NOT_ON_RECORD, PAPER_TALLY, "the tally was entered from another scan");
    }

    // The refusal does not say what was entered: who attests counts, and does not copy.
    private static Refusal differing() {
        return refuse(
                NOT_ON_RECORD,
                PAPER_TALLY,
                "the two counts differ: count again, or have the tally entered again");
    }

    private static boolean isCounted(PaperTallyEntered entered, AttestPaperTally c) {
        return opened(entered).equals(new Tally.Sides(c.members(), c.masses()));
    }

    /**
     * The attestation of the entry that was recorded last; an earlier one attested something else.
     */
    private static Optional<Told<PaperTallyAttested>> attested(History<ReviewEvent> steps) {
        return steps.since(PaperTallyEntered.class).last(PaperTallyAttested.class);
    }

    /**
     * What was entered.
     *
     * @throws org.zhengyou.kit.decide.Refusal OUT_OF_SCOPE if its key was destroyed
     */
    static Tally.Sides opened(PaperTallyEntered entered) {
        return Optional.ofNullable(entered.tally().text())
                .flatMap(Tally::read)
                .orElseThrow(
                        () ->
                                refuse(
                                        OUT_OF_SCOPE,
                                        CLAUSE,
                                        "the entered tally can no longer be opened"));
    }
}
