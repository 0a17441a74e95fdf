package org.zhengyou.evaluations.reviews;

import static org.zhengyou.kit.authority.OfficeFunction.APPRAISE;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;

import java.time.Instant;
import java.util.List;
import org.zhengyou.evaluations.cycles.ReviewCycle;
import org.zhengyou.evaluations.reviews.AppraisalCommand.AttestPaperTally;
import org.zhengyou.evaluations.reviews.AppraisalCommand.CloseAppraisal;
import org.zhengyou.evaluations.reviews.AppraisalCommand.EnterPaperTally;
import org.zhengyou.evaluations.reviews.AppraisalCommand.OpenAppraisal;
import org.zhengyou.evaluations.reviews.AppraisalEvent.AppraisalClosed;
import org.zhengyou.evaluations.reviews.AppraisalEvent.AppraisalOpened;
import org.zhengyou.evaluations.reviews.AppraisalEvent.AppraisalTallyPublished;
import org.zhengyou.evaluations.reviews.AppraisalEvent.PaperTallyAttested;
import org.zhengyou.evaluations.reviews.AppraisalEvent.PaperTallyEntered;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportFiled;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportPresented;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.authority.Registers;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.History;
import org.zhengyou.kit.decide.Once;

/**
 * 民主评议 (S114). After the report; the roll is frozen at the opening; paper is counted by two people
 * ({@link PaperCount}); nothing of the count is known before the close.
 */
final class Appraisal {
    private static final String CLAUSE = "S114";
    static final String OPENED = "the appraisal is opened";
    private static final String ATTESTED = "the paper tally is attested by a second person";

    private Appraisal() {}

    static List<? extends AppraisalEvent> decide(
            History<ReviewEvent> steps, AppraisalCommand command, Given given) {
        DutyReportFiled filed = Review.report(steps, command, given, CLAUSE);
        return switch (command) {
            case OpenAppraisal c -> open(steps, filed, c, given);
            case EnterPaperTally c -> PaperCount.enter(steps, filed, c, given);
            case AttestPaperTally c -> PaperCount.attest(steps, filed, c, given);
            case CloseAppraisal c -> close(steps, filed, c, given);
        };
    }

    private static List<AppraisalOpened> open(
            History<ReviewEvent> steps, DutyReportFiled filed, OpenAppraisal c, Given given) {
        var event =
                new AppraisalOpened(
                        c.review(), c.mode(), c.membersOnRoll(), c.massesOnRoll(), c.rollDigest());
        requireHand(filed, APPRAISE, given);
        if (Once.of(steps.last(AppraisalOpened.class).orElse(null), event, given)
                .or(CLAUSE, "the roll was frozen at the opening")) return List.of();
        requireOpenCycle(given);
        steps.require(
                DutyReportPresented.class, given.effectiveAt(), CLAUSE, Presentation.REPORTED);
        Registers.at(given, CLAUSE).requireRoll(filed.organization().value(), c.membersOnRoll());
        return List.of(event);
    }

    private static List<AppraisalEvent> close(
            History<ReviewEvent> steps, DutyReportFiled filed, CloseAppraisal c, Given given) {
        Instant at = given.effectiveAt();
        var event = new AppraisalClosed(c.review());
        requireHand(filed, APPRAISE, given);
        if (Once.of(steps.last(AppraisalClosed.class).orElse(null), event, given)
                .or(CLAUSE, "the appraisal was closed")) return List.of();
        requireOpenCycle(given);
        var opened = steps.require(AppraisalOpened.class, at, CLAUSE, OPENED);
        var attested =
                steps.since(PaperTallyEntered.class)
                        .require(PaperTallyAttested.class, at, CLAUSE, ATTESTED);
        var entered = steps.last(PaperTallyEntered.class).orElseThrow();
        return List.of(event, published(opened.event(), entered.event(), attested.event()));
    }

    private static AppraisalTallyPublished published(
            AppraisalOpened opened, PaperTallyEntered entered, PaperTallyAttested attested) {
        Tally.Sides sides = PaperCount.opened(entered);
        return new AppraisalTallyPublished(
                opened.review(),
                opened.membersOnRoll(),
                opened.massesOnRoll(),
                opened.rollDigest(),
                entered.scanDigest(),
                sides.members(),
                sides.masses(),
                entered.by(),
                attested.by());
    }

    static void requireHand(DutyReportFiled filed, OfficeFunction function, Given given) {
        given.authority().require(function, Review.above(filed, given, CLAUSE), CLAUSE);
        if (given.actor().person().equals(filed.reporter().value()))
            throw refuse(CONFLICT_OF_INTEREST, CLAUSE, "nobody counts in their own cause");
    }

    static void requireOpenCycle(Given given) {
        given.on(ReviewCycle.GROUND).requireOpen(given.effectiveAt(), CLAUSE);
    }
}
