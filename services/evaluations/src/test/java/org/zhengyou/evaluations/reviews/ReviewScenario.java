package org.zhengyou.evaluations.reviews;

import static org.zhengyou.evaluations.University.ANN;
import static org.zhengyou.evaluations.University.BRANCH;
import static org.zhengyou.evaluations.University.COLLEGE;
import static org.zhengyou.kit.spec.University.HAN;
import static org.zhengyou.kit.spec.University.LIN;
import static org.zhengyou.kit.spec.University.WU;

import java.time.LocalDate;
import java.util.List;
import org.zhengyou.evaluations.University;
import org.zhengyou.evaluations.cycles.CycleId;
import org.zhengyou.evaluations.cycles.ReviewCycleEvent.ReviewCycleOpened;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.directory.OrganizationId;
import org.zhengyou.evaluations.reviews.AppraisalEvent.AppraisalClosed;
import org.zhengyou.evaluations.reviews.AppraisalEvent.AppraisalOpened;
import org.zhengyou.evaluations.reviews.AppraisalEvent.AppraisalTallyPublished;
import org.zhengyou.evaluations.reviews.AppraisalEvent.PaperTallyAttested;
import org.zhengyou.evaluations.reviews.AppraisalEvent.PaperTallyEntered;
import org.zhengyou.evaluations.reviews.DutyReportCommand.FileDutyReport;
import org.zhengyou.evaluations.reviews.DutyReportCommand.Measure;
import org.zhengyou.evaluations.reviews.DutyReportEvent.CommentaryGiven;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportFiled;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportPresented;
import org.zhengyou.evaluations.reviews.DutyReportEvent.PlannedMeasure;
import org.zhengyou.evaluations.reviews.ReviewResultEvent.ReviewResultDetermined;
import org.zhengyou.evaluations.schemes.AppliesTo;
import org.zhengyou.evaluations.schemes.CriteriaSchemeEvent.CriteriaSchemePublished;
import org.zhengyou.evaluations.schemes.SchemeId;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.spec.DeciderScenario;

/** The review of Ann, a staff member, and of the college, in the cycle of 2010. */
final class ReviewScenario {
    static final CycleId CYCLE = new CycleId("cycle");
    static final ReviewId REVIEW = new ReviewId("review");
    static final ReviewId OF_COLLEGE = new ReviewId("review-of-college");
    static final SchemeId STAFF = new SchemeId("scheme-staff");
    static final SchemeId STUDENT = new SchemeId("scheme-student");
    static final SchemeId ORGANIZATION = new SchemeId("scheme-organization");
    static final SubjectId SUBJECT = new SubjectId(ANN.value());
    static final LocalDate DEADLINE = LocalDate.parse("2011-03-31");
    static final Tally MEMBERS = new Tally(17, 1, 2);
    static final Tally MASSES = new Tally(9, 1, 1);
    static final String SCAN = "scan";
    static final String ROLL = "roll";

    private ReviewScenario() {}

    /** The cycle is open, the schemes are published. */
    static DeciderScenario<ReviewCommand, ReviewEvent, ?> scenario() {
        return University.scenario(Review.decider())
                .on("2010-07-01")
                .given(
                        published(STAFF, AppliesTo.STAFF),
                        published(STUDENT, AppliesTo.STUDENT),
                        published(ORGANIZATION, AppliesTo.ORGANIZATION))
                .on("2010-12-10")
                .given(new ReviewCycleOpened(CYCLE, 2010, LocalDate.parse("2010-12-10")))
                .on("2010-12-15");
    }

    static CriteriaSchemePublished published(SchemeId scheme, AppliesTo appliesTo) {
        return new CriteriaSchemePublished(scheme, appliesTo, 1, List.of());
    }

    static FileDutyReport file() {
        return file(SubjectKind.MEMBER, SUBJECT, ANN, STAFF);
    }

    static FileDutyReport file(
            SubjectKind kind, SubjectId subject, MemberId reporter, SchemeId scheme) {
        return new FileDutyReport(
                REVIEW,
                CYCLE,
                kind,
                subject,
                reporter,
                scheme,
                false,
                "做法",
                "成效",
                List.of("不足"),
                List.of(new Measure("措施", DEADLINE)));
    }

    static DutyReportFiled filed() {
        return filed(REVIEW, SubjectKind.MEMBER, SUBJECT, BRANCH, ANN, STAFF, false);
    }

    static DutyReportFiled filedByCollege(boolean alsoAsMember) {
        return filed(
                OF_COLLEGE,
                SubjectKind.ORGANIZATION,
                new SubjectId(COLLEGE.value()),
                COLLEGE,
                new MemberId(HAN),
                ORGANIZATION,
                alsoAsMember);
    }

    static DutyReportFiled filed(
            ReviewId review,
            SubjectKind kind,
            SubjectId subject,
            OrganizationId organization,
            MemberId reporter,
            SchemeId scheme,
            boolean alsoAsMember) {
        return new DutyReportFiled(
                review,
                CYCLE,
                2010,
                kind,
                subject,
                organization,
                reporter,
                scheme,
                alsoAsMember,
                Personal.of(reporter.value(), "做法"),
                Personal.of(reporter.value(), "成效"),
                List.of(Personal.of(reporter.value(), "不足")),
                List.of(new PlannedMeasure(Personal.of(reporter.value(), "措施"), DEADLINE)));
    }

    static DutyReportPresented presented() {
        return new DutyReportPresented(REVIEW, PresentationAudience.ORGANIZATION_AND_MASSES);
    }

    static DutyReportPresented presentedByCollege() {
        return new DutyReportPresented(OF_COLLEGE, PresentationAudience.COMMITTEE_AND_DELEGATES);
    }

    static CommentaryGiven commented() {
        return new CommentaryGiven(REVIEW, new MemberId(LIN), Personal.of(ANN.value(), "点评"));
    }

    static AppraisalOpened opened() {
        return new AppraisalOpened(REVIEW, AppraisalMode.PAPER_TALLY, 20, 12, ROLL);
    }

    static PaperTallyEntered entered() {
        return new PaperTallyEntered(
                REVIEW,
                new MemberId(LIN),
                SCAN,
                Personal.of(ANN.value(), Tally.written(MEMBERS, MASSES)));
    }

    static PaperTallyAttested attested() {
        return new PaperTallyAttested(REVIEW, new MemberId(WU), SCAN);
    }

    static AppraisalClosed closed() {
        return new AppraisalClosed(REVIEW);
    }

    static AppraisalTallyPublished tally() {
        return new AppraisalTallyPublished(
                REVIEW, 20, 12, ROLL, SCAN, MEMBERS, MASSES, new MemberId(LIN), new MemberId(WU));
    }

    static ReviewResultDetermined determined() {
        return new ReviewResultDetermined(
                REVIEW,
                CYCLE,
                2010,
                SubjectKind.MEMBER,
                SUBJECT,
                BRANCH,
                STAFF,
                Grade.GOOD,
                26,
                2,
                3,
                Personal.of(ANN.value(), "依据"));
    }
}
