package org.zhengyou.evaluations.reviews;

import static org.zhengyou.kit.authority.OfficeFunction.APPRAISE;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.util.List;
import java.util.Optional;
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
import org.zhengyou.evaluations.reviews.Reviews.Steps;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.Given;

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
            Reviews state, AppraisalCommand command, Given given) {
        DutyReportFiled filed = Review.report(state, command, given, CLAUSE);
        Steps steps = state.of(command.review());
        return switch (command) {
            case OpenAppraisal c -> open(state, steps, filed, c, given);
            case EnterPaperTally c -> PaperCount.enter(state, steps, filed, c, given);
            case AttestPaperTally c -> PaperCount.attest(state, steps, filed, c, given);
            case CloseAppraisal c -> close(state, steps, filed, c, given);
        };
    }

    private static List<AppraisalOpened> open(
            Reviews state, Steps steps, DutyReportFiled filed, OpenAppraisal c, Given given) {
        AppraisalOpened now =
                new AppraisalOpened(
                        c.review(), c.mode(), c.membersOnRoll(), c.massesOnRoll(), c.rollDigest());
        Optional<AppraisalOpened> before = steps.last(AppraisalOpened.class);
        if (before.isPresent() && before.get().equals(now)) return List.of();
        requireHand(state, filed, c, APPRAISE, given);
        steps.require(
                DutyReportPresented.class, given.effectiveAt(), CLAUSE, Presentation.REPORTED);
        if (before.isPresent())
            throw refuse(ALREADY_ON_RECORD, CLAUSE, "the roll was frozen at the opening");
        return List.of(now);
    }

    private static List<AppraisalEvent> close(
            Reviews state, Steps steps, DutyReportFiled filed, CloseAppraisal c, Given given) {
        if (steps.last(AppraisalClosed.class).isPresent()) return List.of();
        requireHand(state, filed, c, APPRAISE, given);
        AppraisalOpened opened =
                steps.require(AppraisalOpened.class, given.effectiveAt(), CLAUSE, OPENED);
        PaperTallyAttested attested =
                PaperCount.attested(steps)
                        .filter(step -> !step.at().isAfter(given.effectiveAt()))
                        .map(Reviews.Step::event)
                        .orElseThrow(
                                () ->
                                        refuse(
                                                STEP_OUT_OF_ORDER,
                                                CLAUSE,
                                                "missing step: " + ATTESTED));
        PaperTallyEntered entered = steps.last(PaperTallyEntered.class).orElseThrow();
        return List.of(new AppraisalClosed(c.review()), published(opened, entered, attested));
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

    static void requireHand(
            Reviews state,
            DutyReportFiled filed,
            AppraisalCommand c,
            OfficeFunction function,
            Given given) {
        if (given.actor().person().equals(filed.reporter().value()))
            throw refuse(CONFLICT_OF_INTEREST, CLAUSE, "nobody counts in their own cause");
        given.authority().require(function, Review.above(filed, given, CLAUSE), CLAUSE);
        state.cycles().requireOpen(c.cycle(), given.effectiveAt(), CLAUSE);
    }
}
