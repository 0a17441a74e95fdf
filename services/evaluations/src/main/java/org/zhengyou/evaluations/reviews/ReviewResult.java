package org.zhengyou.evaluations.reviews;

import static org.zhengyou.kit.authority.OfficeFunction.APPRAISE;
import static org.zhengyou.kit.authority.OfficeFunction.SUPERVISE;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.AUDIENCE_REQUIRED;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;
import static org.zhengyou.kit.decide.RefusalCode.OUTSIDE_AUDIENCE;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.directory.OrganizationId;
import org.zhengyou.evaluations.directory.Registers;
import org.zhengyou.evaluations.reviews.AppraisalEvent.AppraisalTallyPublished;
import org.zhengyou.evaluations.reviews.DutyReportEvent.CommentaryGiven;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportFiled;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportPresented;
import org.zhengyou.evaluations.reviews.ReviewResultCommand.DetermineReviewResult;
import org.zhengyou.evaluations.reviews.ReviewResultCommand.DiscloseReviewResult;
import org.zhengyou.evaluations.reviews.ReviewResultEvent.ReviewResultDetermined;
import org.zhengyou.evaluations.reviews.ReviewResultEvent.ReviewResultDisclosed;
import org.zhengyou.evaluations.reviews.Reviews.Step;
import org.zhengyou.evaluations.reviews.Reviews.Steps;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Rolls;
import org.zhengyou.kit.personal.Personal;

/** 评议考核结果 (S115). Named by the organisation above, with its grounds; told to a named audience. */
final class ReviewResult {
    private static final String CLAUSE = "S115";

    private ReviewResult() {}

    static List<? extends ReviewResultEvent> decide(
            Reviews state, ReviewResultCommand command, Given given) {
        DutyReportFiled filed = Review.report(state, command, given, CLAUSE);
        Steps steps = state.of(command.review());
        return switch (command) {
            case DetermineReviewResult c -> determine(state, steps, filed, c, given);
            case DiscloseReviewResult c -> disclose(steps, filed, c, given);
        };
    }

    private static List<ReviewResultDetermined> determine(
            Reviews state,
            Steps steps,
            DutyReportFiled filed,
            DetermineReviewResult c,
            Given given) {
        Optional<ReviewResultDetermined> before = steps.last(ReviewResultDetermined.class);
        Personal grounds = Personal.of(filed.reporter().value(), c.grounds());
        if (before.isPresent()
                && before.get().grade() == c.grade()
                && before.get().grounds().equals(grounds)) return List.of();
        if (given.actor().person().equals(filed.reporter().value()))
            throw refuse(CONFLICT_OF_INTEREST, CLAUSE, "nobody grades themselves");
        given.authority().require(APPRAISE, Review.above(filed, given, CLAUSE), CLAUSE);
        state.cycles().requireOpen(c.cycle(), given.effectiveAt(), CLAUSE);
        requirePresented(steps, filed, given);
        Instant at = given.effectiveAt();
        steps.require(CommentaryGiven.class, at, CLAUSE, "a leader comments on the report");
        AppraisalTallyPublished tally =
                steps.require(AppraisalTallyPublished.class, at, CLAUSE, "the appraisal is closed");
        if (before.isPresent())
            throw refuse(ALREADY_ON_RECORD, CLAUSE, "the result of this review is determined");
        return List.of(result(filed, c.grade(), tally, grounds));
    }

    // A report that discharges both roles is heard by both audiences (Q9).
    private static void requirePresented(Steps steps, DutyReportFiled filed, Given given) {
        Instant at = given.effectiveAt();
        steps.require(DutyReportPresented.class, at, CLAUSE, Presentation.REPORTED);
        Set<PresentationAudience> missing = new HashSet<>(Presentation.audiences(filed, given));
        steps.all(DutyReportPresented.class)
                .filter(step -> !step.at().isAfter(at))
                .map(Step::event)
                .forEach(e -> missing.remove(e.audience()));
        if (!missing.isEmpty())
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    CLAUSE,
                    "missing step: " + Presentation.REPORTED + " before " + missing);
    }

    private static ReviewResultDetermined result(
            DutyReportFiled filed, Grade grade, AppraisalTallyPublished tally, Personal grounds) {
        return new ReviewResultDetermined(
                filed.review(),
                filed.cycle(),
                filed.year(),
                filed.subjectKind(),
                filed.subject(),
                filed.organization(),
                filed.scheme(),
                grade,
                tally.members().inFavour() + tally.masses().inFavour(),
                tally.members().against() + tally.masses().against(),
                tally.members().abstain() + tally.masses().abstain(),
                grounds);
    }

    private static List<ReviewResultDisclosed> disclose(
            Steps steps, DutyReportFiled filed, DiscloseReviewResult c, Given given) {
        given.authority().require(SUPERVISE, Review.above(filed, given, CLAUSE), CLAUSE);
        DisclosureAudience audience = c.audience();
        if (audience == null)
            throw refuse(AUDIENCE_REQUIRED, CLAUSE, "name the audience; there is no default");
        steps.require(
                ReviewResultDetermined.class,
                given.effectiveAt(),
                CLAUSE,
                "the result is determined");
        if (audience != DisclosureAudience.ORGANIZATION && !c.members().isEmpty())
            throw refuse(OUTSIDE_AUDIENCE, CLAUSE, "members are named for ORGANIZATION only");
        List<ReviewResultDisclosed> before =
                steps.all(ReviewResultDisclosed.class)
                        .map(Step::event)
                        .filter(e -> e.audience() == audience)
                        .toList();
        List<MemberId> more = new ArrayList<>(c.members());
        before.forEach(e -> more.removeAll(e.told()));
        if (!before.isEmpty() && more.isEmpty()) return List.of();
        requireMembers(more, filed, given);
        OrganizationId scope = scope(audience, filed, given);
        return Rolls.parts(more).stream()
                .map(
                        part ->
                                new ReviewResultDisclosed(
                                        c.review(), filed.subject(), audience, scope, part))
                .toList();
    }

    private static void requireMembers(List<MemberId> told, DutyReportFiled filed, Given given) {
        Registers registers = new Registers(given, given.effectiveAt(), CLAUSE);
        for (MemberId member : told) {
            String branch = registers.branchOf(member.value()).value();
            if (!OrganizationDirectory.lineOf(given, branch, given.effectiveAt())
                    .contains(filed.organization().value()))
                throw refuse(
                        OUTSIDE_AUDIENCE,
                        CLAUSE,
                        "member " + member.value() + " does not belong to the organisation");
        }
    }

    private static OrganizationId scope(
            DisclosureAudience audience, DutyReportFiled filed, Given given) {
        Registers registers = new Registers(given, given.effectiveAt(), CLAUSE);
        return switch (audience) {
            case SUBJECT, ORGANIZATION -> filed.organization();
            case SECOND_TIER ->
                    registers
                            .secondTierOf(filed.organization().value())
                            .map(OrganizationId::new)
                            .orElse(filed.organization());
            case COMMITTEE ->
                    OrganizationDirectory.committee(given)
                            .map(OrganizationId::new)
                            .orElse(filed.organization());
        };
    }
}
