package org.zhengyou.evaluations.reviews;

import static org.zhengyou.kit.authority.OfficeFunction.APPRAISE;
import static org.zhengyou.kit.authority.OfficeFunction.SUPERVISE;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_ROLL;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.ROLL_CLOSED;

import java.util.List;
import java.util.Optional;
import org.zhengyou.evaluations.directory.MemberId;
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
import org.zhengyou.kit.personal.Personal;

/**
 * 民主评议 (S114, F37). After the report; the roll is frozen at the opening; paper is entered by one
 * person and attested by another; nothing of the count is known before the close.
 */
final class Appraisal {
    private static final String CLAUSE = "S114";
    private static final String TWO_PEOPLE = "F37";
    private static final String OPENED = "the appraisal is opened";

    private Appraisal() {}

    static List<? extends AppraisalEvent> decide(
            Reviews state, AppraisalCommand command, Given given) {
        DutyReportFiled filed = Review.report(state, command, given, CLAUSE);
        Steps steps = state.of(command.review());
        return switch (command) {
            case OpenAppraisal c -> open(state, steps, filed, c, given);
            case EnterPaperTally c -> enter(state, steps, filed, c, given);
            case AttestPaperTally c -> attest(state, steps, filed, c, given);
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

    private static List<PaperTallyEntered> enter(
            Reviews state, Steps steps, DutyReportFiled filed, EnterPaperTally c, Given given) {
        PaperTallyEntered now =
                new PaperTallyEntered(
                        c.review(),
                        new MemberId(given.actor().person()),
                        c.scanDigest(),
                        Personal.of(
                                filed.reporter().value(), Tally.written(c.members(), c.masses())));
        Optional<PaperTallyEntered> before = steps.last(PaperTallyEntered.class);
        if (before.isPresent() && before.get().equals(now)) return List.of();
        requireHand(state, filed, c, APPRAISE, given);
        AppraisalOpened opened =
                steps.require(AppraisalOpened.class, given.effectiveAt(), CLAUSE, OPENED);
        if (steps.last(AppraisalClosed.class).isPresent())
            throw refuse(ROLL_CLOSED, CLAUSE, "the appraisal is closed");
        if (steps.last(PaperTallyAttested.class).isPresent())
            throw refuse(ALREADY_ON_RECORD, TWO_PEOPLE, "the tally is attested");
        requireWithin("members", c.members(), opened.membersOnRoll());
        requireWithin("masses", c.masses(), opened.massesOnRoll());
        return List.of(now);
    }

    private static void requireWithin(String side, Tally tally, int roll) {
        if (tally.sum() > roll)
            throw refuse(
                    NOT_ON_ROLL,
                    CLAUSE,
                    "there are more papers of the " + side + " than names on their roll");
    }

    private static List<PaperTallyAttested> attest(
            Reviews state, Steps steps, DutyReportFiled filed, AttestPaperTally c, Given given) {
        PaperTallyAttested now =
                new PaperTallyAttested(
                        c.review(), new MemberId(given.actor().person()), c.scanDigest());
        Optional<PaperTallyAttested> before = steps.last(PaperTallyAttested.class);
        if (before.isPresent() && before.get().equals(now)) return List.of();
        PaperTallyEntered entered =
                steps.require(
                        PaperTallyEntered.class,
                        given.effectiveAt(),
                        TWO_PEOPLE,
                        "the paper tally is entered");
        if (entered.by().equals(now.by()))
            throw refuse(
                    CONFLICT_OF_INTEREST,
                    TWO_PEOPLE,
                    "nobody attests what they entered themselves");
        requireHand(state, filed, c, SUPERVISE, given);
        if (!entered.scanDigest().equals(c.scanDigest()))
            throw refuse(NOT_ON_RECORD, TWO_PEOPLE, "the tally was entered from another scan");
        if (before.isPresent())
            throw refuse(ALREADY_ON_RECORD, TWO_PEOPLE, "the tally is attested");
        return List.of(now);
    }

    private static List<AppraisalEvent> close(
            Reviews state, Steps steps, DutyReportFiled filed, CloseAppraisal c, Given given) {
        if (steps.last(AppraisalClosed.class).isPresent()) return List.of();
        requireHand(state, filed, c, APPRAISE, given);
        AppraisalOpened opened =
                steps.require(AppraisalOpened.class, given.effectiveAt(), CLAUSE, OPENED);
        PaperTallyAttested attested =
                steps.require(
                        PaperTallyAttested.class,
                        given.effectiveAt(),
                        CLAUSE,
                        "the paper tally is attested by a second person");
        PaperTallyEntered entered = steps.last(PaperTallyEntered.class).orElseThrow();
        return List.of(new AppraisalClosed(c.review()), published(opened, entered, attested));
    }

    private static AppraisalTallyPublished published(
            AppraisalOpened opened, PaperTallyEntered entered, PaperTallyAttested attested) {
        Tally.Sides sides =
                Optional.ofNullable(entered.tally().text())
                        .flatMap(Tally::read)
                        .orElseThrow(
                                () ->
                                        refuse(
                                                RESULT_MISSING,
                                                CLAUSE,
                                                "the entered tally can no longer be opened"));
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

    private static void requireHand(
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
