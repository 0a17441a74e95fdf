package org.zhengyou.evaluations;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyou.evaluations.cycles.CycleId;
import org.zhengyou.evaluations.cycles.ReviewCycleEvent;
import org.zhengyou.evaluations.cycles.ReviewCycleEvent.ReviewCycleClosed;
import org.zhengyou.evaluations.cycles.ReviewCycleEvent.ReviewCycleOpened;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.directory.OrganizationId;
import org.zhengyou.evaluations.reviews.AppraisalEvent.AppraisalClosed;
import org.zhengyou.evaluations.reviews.AppraisalEvent.AppraisalOpened;
import org.zhengyou.evaluations.reviews.AppraisalEvent.AppraisalTallyPublished;
import org.zhengyou.evaluations.reviews.AppraisalEvent.PaperTallyAttested;
import org.zhengyou.evaluations.reviews.AppraisalEvent.PaperTallyDiffered;
import org.zhengyou.evaluations.reviews.AppraisalEvent.PaperTallyEntered;
import org.zhengyou.evaluations.reviews.AppraisalMode;
import org.zhengyou.evaluations.reviews.DisclosureAudience;
import org.zhengyou.evaluations.reviews.DutyReportEvent.CommentaryGiven;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportFiled;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportPresented;
import org.zhengyou.evaluations.reviews.DutyReportEvent.PlannedMeasure;
import org.zhengyou.evaluations.reviews.Grade;
import org.zhengyou.evaluations.reviews.MissingReportEvent;
import org.zhengyou.evaluations.reviews.MissingReportEvent.MissingReportReasonRecorded;
import org.zhengyou.evaluations.reviews.PresentationAudience;
import org.zhengyou.evaluations.reviews.ReviewEvent;
import org.zhengyou.evaluations.reviews.ReviewId;
import org.zhengyou.evaluations.reviews.ReviewResultEvent.ReviewResultDetermined;
import org.zhengyou.evaluations.reviews.ReviewResultEvent.ReviewResultDisclosed;
import org.zhengyou.evaluations.reviews.SubjectId;
import org.zhengyou.evaluations.reviews.SubjectKind;
import org.zhengyou.evaluations.reviews.Tally;
import org.zhengyou.evaluations.schemes.AppliesTo;
import org.zhengyou.evaluations.schemes.CriteriaSchemeEvent;
import org.zhengyou.evaluations.schemes.CriteriaSchemeEvent.CriteriaSchemePublished;
import org.zhengyou.evaluations.schemes.Criterion;
import org.zhengyou.evaluations.schemes.SchemeId;
import org.zhengyou.kit.adoption.PolicyEvent;
import org.zhengyou.kit.adoption.PolicyEvent.PolicyAdopted;
import org.zhengyou.kit.attestation.ActId;
import org.zhengyou.kit.attestation.AttestationEvent;
import org.zhengyou.kit.attestation.AttestationEvent.ActAttested;
import org.zhengyou.kit.attestation.Lateness;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.spec.ApprovedSamples;

/** The stored shapes of this service's events are frozen. */
class EventCatalogTest {
    private static final ReviewId REVIEW = new ReviewId("review-1");
    private static final CycleId CYCLE = new CycleId("cycle-1");
    private static final SchemeId SCHEME = new SchemeId("scheme-1");
    private static final SubjectId SUBJECT = new SubjectId("ann");
    private static final OrganizationId BRANCH = new OrganizationId("branch-1");
    private static final MemberId ANN = new MemberId("ann");
    private static final MemberId LIN = new MemberId("lin");
    private static final MemberId WU = new MemberId("wu");

    @Test
    void every_event_has_the_stored_shape_that_was_approved() {
        ApprovedSamples.match(
                "evaluations",
                samples(),
                CriteriaSchemeEvent.class,
                ReviewCycleEvent.class,
                ReviewEvent.class,
                MissingReportEvent.class,
                PolicyEvent.class,
                AttestationEvent.class);
    }

    private static List<Object> samples() {
        return List.of(
                new CriteriaSchemePublished(
                        SCHEME,
                        AppliesTo.PARTY_AFFAIRS_WORKER,
                        1,
                        List.of(new Criterion("DILIGENT_WORK", "工作勤勉", "diligent work", 10))),
                new ReviewCycleOpened(CYCLE, 2010, LocalDate.parse("2010-12-10")),
                new ReviewCycleClosed(CYCLE, 2010),
                filed(),
                new DutyReportPresented(REVIEW, PresentationAudience.ORGANIZATION_AND_MASSES),
                new CommentaryGiven(REVIEW, LIN, sealed()),
                new MissingReportReasonRecorded(
                        CYCLE, 2010, SubjectKind.MEMBER, SUBJECT, BRANCH, ANN, sealed()),
                new AppraisalOpened(REVIEW, AppraisalMode.PAPER_TALLY, 20, 12, "0a1b2c3d4e5f"),
                new PaperTallyEntered(REVIEW, LIN, "1b2c3d4e5f60", sealed()),
                new PaperTallyAttested(REVIEW, WU, "1b2c3d4e5f60"),
                new PaperTallyDiffered(REVIEW, WU),
                new AppraisalClosed(REVIEW),
                new AppraisalTallyPublished(
                        REVIEW,
                        20,
                        12,
                        "0a1b2c3d4e5f",
                        "1b2c3d4e5f60",
                        new Tally(17, 1, 2),
                        new Tally(9, 1, 1),
                        LIN,
                        WU),
                new ReviewResultDetermined(
                        REVIEW,
                        CYCLE,
                        2010,
                        SubjectKind.MEMBER,
                        SUBJECT,
                        BRANCH,
                        SCHEME,
                        Grade.GOOD,
                        26,
                        2,
                        3,
                        sealed()),
                new ReviewResultDisclosed(
                        REVIEW, SUBJECT, DisclosureAudience.ORGANIZATION, BRANCH, List.of(LIN)),
                new PolicyAdopted(Lateness.POLICY.id(), 1, "60", "5f6071829304"),
                new ActAttested(new ActId("evaluations-000000000123")));
    }

    private static DutyReportFiled filed() {
        return new DutyReportFiled(
                REVIEW,
                CYCLE,
                2010,
                SubjectKind.MEMBER,
                SUBJECT,
                BRANCH,
                ANN,
                SCHEME,
                false,
                sealed(),
                sealed(),
                List.of(sealed()),
                List.of(new PlannedMeasure(sealed(), LocalDate.parse("2011-03-31"))));
    }

    /** As anybody sees it who does not hold the key. */
    private static Personal sealed() {
        return new Personal(ANN.value(), null);
    }
}
