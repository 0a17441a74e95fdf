package org.zhengyou.evaluations.reviews;

import org.zhengyou.evaluations.cycles.CycleId;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.validation.Text;

/** 未述职原因 (S110). What is said of a report that was due and is missing. */
public sealed interface MissingReportCommand {
    /** Whose report is missing. */
    SubjectId subject();

    /** The cycle in which it was due. */
    CycleId cycle();

    /**
     * 记录未述职原因 (S110, S111). Why a secretary or a member has not reported; by the organisation
     * above. It excuses nobody: a report may still be filed while the cycle is open.
     *
     * @param cycle the cycle, open or closed
     * @param subjectKind whether a secretary of a second-tier organisation or a member is missing
     * @param subject the organisation or the member
     * @param reason why, 1 to 2000 characters
     */
    @Allowed(
            function = OfficeFunction.APPRAISE,
            level = Allowed.Level.ABOVE,
            clause = {"S110", "S111"})
    record RecordMissingReportReason(
            CycleId cycle,
            SubjectKind subjectKind,
            SubjectId subject,
            @Text(max = 2000) String reason)
            implements MissingReportCommand {
        /** Without what is said about a person. */
        @Override
        public String toString() {
            return "RecordMissingReportReason[" + subject.value() + "]";
        }
    }
}
