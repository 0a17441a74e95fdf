package org.zhengyou.evaluations.reviews;

import static org.zhengyou.kit.authority.OfficeFunction.APPRAISE;
import static org.zhengyou.kit.authority.OfficeFunction.SUPERVISE;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.AUDIENCE_REQUIRED;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;
import static org.zhengyou.kit.decide.RefusalCode.OUTSIDE_AUDIENCE;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zhengyou.evaluations.cycles.ReviewCycle;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.directory.OrganizationId;
import org.zhengyou.evaluations.reviews.AppraisalEvent.AppraisalTallyPublished;
import org.zhengyou.evaluations.reviews.DutyReportEvent.CommentaryGiven;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportFiled;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportPresented;
import org.zhengyou.evaluations.reviews.ReviewResultCommand.DetermineReviewResult;
import org.zhengyou.evaluations.reviews.ReviewResultCommand.DiscloseReviewResult;
import org.zhengyou.evaluations.reviews.ReviewResultEvent.ReviewResultDetermined;
import org.zhengyou.evaluations.reviews.ReviewResultEvent.ReviewResultDisclosed;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.authority.Registers;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.History;
import org.zhengyou.kit.decide.Once;
import org.zhengyou.kit.decide.Rolls;
import org.zhengyou.kit.personal.Personal;

/** 评议考核结果 (S115). Named by the organisation above, with its grounds; told to a named audience. */
final class ReviewResult {
    private static final String CLAUSE = "S115";

    private ReviewResult() {}

    static List<? extends ReviewResultEvent> decide(
            History<ReviewEvent> steps, ReviewResultCommand command, Given given) {
        DutyReportFiled filed = Review.report(steps, command, given, CLAUSE);
        return switch (command) {
            case DetermineReviewResult c -> determine(steps, filed, c, given);
            case DiscloseReviewResult c -> disclose(steps, filed, c, given);
        };
    }

    private static List<ReviewResultDetermined> determine(
            History<ReviewEvent> steps,
            DutyReportFiled filed,
            DetermineReviewResult c,
            Given given) {
        Instant at = given.effectiveAt();
        given.authority().require(APPRAISE, Review.above(filed, given, CLAUSE), CLAUSE);
        if (given.actor().person().equals(filed.reporter().value()))
            throw refuse(CONFLICT_OF_INTEREST, CLAUSE, "nobody grades themselves");
        requirePresented(steps, filed, given);
        steps.require(CommentaryGiven.class, at, CLAUSE, "a leader comments on the report");
        var tally =
                steps.require(AppraisalTallyPublished.class, at, CLAUSE, "the appraisal is closed");
        var event = result(filed, c, tally.event());
        if (Once.of(steps.last(ReviewResultDetermined.class).orElse(null), event, given)
                .or(CLAUSE, "the result of this review is determined")) return List.of();
        given.on(ReviewCycle.GROUND).requireOpen(at, CLAUSE);
        return List.of(event);
    }

    // A report that discharges both roles is heard by both audiences (Q9).
    private static void requirePresented(
            History<ReviewEvent> steps, DutyReportFiled filed, Given given) {
        Instant at = given.effectiveAt();
        steps.require(DutyReportPresented.class, at, CLAUSE, Presentation.REPORTED);
        Set<PresentationAudience> missing = new HashSet<>(Presentation.audiences(filed, given));
        steps.all(DutyReportPresented.class)
                .filter(one -> one.isTrueAt(at))
                .forEach(one -> missing.remove(one.event().audience()));
        if (!missing.isEmpty())
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    CLAUSE,
                    "missing step: " + Presentation.REPORTED + " before " + missing);
    }

    private static ReviewResultDetermined result(
            DutyReportFiled filed, DetermineReviewResult c, AppraisalTallyPublished tally) {
        return new ReviewResultDetermined(
                filed.review(),
                filed.cycle(),
                filed.year(),
                filed.subjectKind(),
                filed.subject(),
                filed.organization(),
                filed.scheme(),
                c.grade(),
                tally.members().inFavour() + tally.masses().inFavour(),
                tally.members().against() + tally.masses().against(),
                tally.members().abstain() + tally.masses().abstain(),
                Personal.of(filed.reporter().value(), c.grounds()));
    }

    private static List<ReviewResultDisclosed> disclose(
            History<ReviewEvent> steps,
            DutyReportFiled filed,
            DiscloseReviewResult c,
            Given given) {
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
        List<MemberId> more = new ArrayList<>(c.members());
        if (isTold(steps, audience, more, given)) return List.of();
        requireMembers(more, filed, given);
        OrganizationId scope = scope(audience, filed, given);
        return Rolls.parts(more).stream()
                .map(
                        part ->
                                new ReviewResultDisclosed(
                                        c.review(), filed.subject(), audience, scope, part))
                .toList();
    }

    /** Whether this audience was told, and nobody remains of those named, who are left out. */
    private static boolean isTold(
            History<ReviewEvent> steps,
            DisclosureAudience audience,
            List<MemberId> named,
            Given given) {
        var told =
                steps.all(ReviewResultDisclosed.class)
                        .filter(one -> one.event().audience() == audience)
                        .toList();
        if (told.isEmpty()) return false;
        if (named.isEmpty())
            return Once.of(told.getFirst().on(), given).or(CLAUSE, "this audience was told");
        told.forEach(one -> named.removeAll(one.event().told()));
        return named.isEmpty();
    }

    private static void requireMembers(List<MemberId> told, DutyReportFiled filed, Given given) {
        Registers registers = Registers.at(given, CLAUSE);
        registers
                .branchesOf(told)
                .forEach(
                        (member, branch) -> {
                            if (!registers.isWithin(branch, filed.organization().value()))
                                throw refuse(
                                        OUTSIDE_AUDIENCE,
                                        CLAUSE,
                                        "member "
                                                + member
                                                + " does not belong to the organisation");
                        });
    }

    private static OrganizationId scope(
            DisclosureAudience audience, DutyReportFiled filed, Given given) {
        Registers registers = Registers.at(given, CLAUSE);
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
