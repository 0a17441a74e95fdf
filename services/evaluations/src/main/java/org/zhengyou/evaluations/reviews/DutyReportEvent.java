package org.zhengyou.evaluations.reviews;

import java.time.LocalDate;
import java.util.List;
import org.zhengyou.evaluations.cycles.CycleId;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.directory.OrganizationId;
import org.zhengyou.evaluations.schemes.SchemeId;
import org.zhengyou.evaluations.schemes.SchemeUse;
import org.zhengyou.kit.personal.Personal;

/** 述职、点评 (S110-S113). What happened to a duty report. */
public sealed interface DutyReportEvent extends ReviewEvent {
    /**
     * 述职报告已提交 (S110-S112).
     *
     * @param review the review it opens
     * @param cycle the cycle
     * @param year the cycle's year
     * @param subjectKind whether an organisation or a member is reviewed
     * @param subject who is reviewed
     * @param organization the organisation itself, or the member's branch as of the cycle date
     * @param reporter who reports: the organisation's secretary as of the cycle date, or the member
     * @param scheme the criteria the subject is judged by
     * @param alsoAsMember whether this report of a secretary discharges the secretary's own report
     *     as a member, too (Q9)
     * @param practice what was done
     * @param effect what came of it
     * @param problems what is lacking
     * @param measures what will be done about it, each with its time limit
     */
    record DutyReportFiled(
            ReviewId review,
            CycleId cycle,
            int year,
            SubjectKind subjectKind,
            SubjectId subject,
            OrganizationId organization,
            MemberId reporter,
            SchemeId scheme,
            boolean alsoAsMember,
            Personal practice,
            Personal effect,
            List<Personal> problems,
            List<PlannedMeasure> measures)
            implements DutyReportEvent, SchemeUse {}

    /**
     * 改进措施 (S112).
     *
     * @param text what will be done
     * @param deadline by when
     */
    record PlannedMeasure(Personal text, LocalDate deadline) {}

    /**
     * 已述职 (S110, S111).
     *
     * @param review the review
     * @param audience before whom
     */
    record DutyReportPresented(ReviewId review, PresentationAudience audience)
            implements DutyReportEvent {}

    /**
     * 已点评 (S113).
     *
     * @param review the review
     * @param by who commented
     * @param text what was said
     */
    record CommentaryGiven(ReviewId review, MemberId by, Personal text)
            implements DutyReportEvent {}
}
