package org.zhengyou.evaluations.reviews;

import org.jspecify.annotations.Nullable;
import org.zhengyou.evaluations.cycles.CycleId;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.directory.OrganizationId;
import org.zhengyou.kit.decide.Concern;
import org.zhengyou.kit.personal.Personal;

/** 未述职原因 (S110). What was said of a report that was due and is missing. */
public sealed interface MissingReportEvent {
    /** Whose report is missing. */
    SubjectId subject();

    /** What it says of itself to everybody. */
    default Concern concern() {
        return switch (this) {
            case MissingReportReasonRecorded e ->
                    Concern.of(e.organization(), "S110", "S111")
                            .and(e.subjectKind().person(e.subject()));
        };
    }

    /**
     * 未述职原因已记录 (S110, S111).
     *
     * @param cycle the cycle in which the report was due
     * @param year the cycle's year
     * @param subjectKind whether a secretary of a second-tier organisation or a member is missing
     * @param subject the organisation or the member
     * @param organization the organisation itself, or the member's branch as of the cycle date
     * @param reporter who had to report: the secretary as of the cycle date, or the member; null if
     *     there was no secretary
     * @param reason why; sealed under the reporter's key, or under that of whoever recorded it
     *     where there is no reporter
     */
    record MissingReportReasonRecorded(
            CycleId cycle,
            int year,
            SubjectKind subjectKind,
            SubjectId subject,
            OrganizationId organization,
            @Nullable MemberId reporter,
            Personal reason)
            implements MissingReportEvent {}
}
