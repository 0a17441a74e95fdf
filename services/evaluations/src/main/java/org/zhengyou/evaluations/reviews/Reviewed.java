package org.zhengyou.evaluations.reviews;

import org.zhengyou.evaluations.cycles.CycleId;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.directory.OrganizationId;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportFiled;
import org.zhengyou.evaluations.schemes.SchemeId;

/**
 * 述职对象 (S110, S111). What views keep of a report: who is reviewed, but not what was said.
 *
 * @param cycle the cycle
 * @param year its year
 * @param subjectKind whether an organisation or a member
 * @param subject who is reviewed
 * @param organization the organisation itself, or the member's branch as of the cycle date
 * @param reporter who reports
 * @param scheme the criteria the subject is judged by
 */
public record Reviewed(
        CycleId cycle,
        int year,
        SubjectKind subjectKind,
        SubjectId subject,
        OrganizationId organization,
        MemberId reporter,
        SchemeId scheme) {

    static Reviewed of(DutyReportFiled e) {
        return new Reviewed(
                e.cycle(),
                e.year(),
                e.subjectKind(),
                e.subject(),
                e.organization(),
                e.reporter(),
                e.scheme());
    }

    /** Whether a member is reviewed, and not an organisation. */
    boolean isMember() {
        return subjectKind == SubjectKind.MEMBER;
    }
}
