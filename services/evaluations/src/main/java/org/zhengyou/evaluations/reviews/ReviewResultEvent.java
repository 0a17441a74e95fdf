package org.zhengyou.evaluations.reviews;

import java.util.List;
import org.zhengyou.evaluations.cycles.CycleId;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.directory.OrganizationId;
import org.zhengyou.evaluations.schemes.SchemeId;
import org.zhengyou.kit.personal.Personal;

/** 评议考核结果 (S115). What happened to the result of a review. */
public sealed interface ReviewResultEvent extends ReviewEvent {
    /**
     * 评议考核结果已确定 (S115).
     *
     * @param review the review
     * @param cycle the cycle
     * @param year the cycle's year
     * @param subjectKind whether an organisation or a member was reviewed
     * @param subject who was reviewed
     * @param organization the organisation itself, or the member's branch as of the cycle date
     * @param scheme the criteria the subject was judged by
     * @param grade the grade
     * @param appraisalFor papers in favour, members and masses together
     * @param appraisalAgainst papers against, members and masses together
     * @param appraisalAbstain papers that abstain, members and masses together
     * @param grounds why this grade
     */
    record ReviewResultDetermined(
            ReviewId review,
            CycleId cycle,
            int year,
            SubjectKind subjectKind,
            SubjectId subject,
            OrganizationId organization,
            SchemeId scheme,
            Grade grade,
            int appraisalFor,
            int appraisalAgainst,
            int appraisalAbstain,
            Personal grounds)
            implements ReviewResultEvent {}

    /**
     * 评议考核结果已通报 (S115). Who was told is named in the event.
     *
     * @param review the review
     * @param subject who was reviewed
     * @param audience the kind of audience
     * @param scope the organisation that the audience belongs to
     * @param told the members told, where the audience is the organisation; otherwise empty
     */
    record ReviewResultDisclosed(
            ReviewId review,
            SubjectId subject,
            DisclosureAudience audience,
            OrganizationId scope,
            List<MemberId> told)
            implements ReviewResultEvent {}
}
