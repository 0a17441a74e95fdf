package org.zhengyou.evaluations.reviews;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.evaluations.cycles.CycleId;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.validation.Distinct;
import org.zhengyou.kit.validation.Text;

/** 评议考核结果 (S115). What is done with the result of a review. */
public sealed interface ReviewResultCommand extends ReviewCommand {
    /**
     * 确定结果 (S115). After presentation, commentary and appraisal.
     *
     * @param review the review
     * @param cycle its cycle
     * @param grade the grade
     * @param grounds why this grade, 1 to 5000 characters
     */
    @Allowed(function = OfficeFunction.APPRAISE, level = Allowed.Level.ABOVE, clause = "S115")
    record DetermineReviewResult(
            ReviewId review, CycleId cycle, Grade grade, @Text(max = 5000) String grounds)
            implements ReviewResultCommand {
        /** Without the grade and its grounds. */
        @Override
        public String toString() {
            return "DetermineReviewResult[" + review.value() + "]";
        }
    }

    /**
     * 通报结果 (S115, Q12). Also after the cycle is closed.
     *
     * @param review the review
     * @param cycle its cycle
     * @param audience to whom; there is no "everyone"
     * @param told where the audience is the organisation: those of its members who are told, at
     *     most 1000; otherwise absent or empty
     */
    @Allowed(function = OfficeFunction.SUPERVISE, level = Allowed.Level.ABOVE, clause = "S115")
    record DiscloseReviewResult(
            ReviewId review,
            CycleId cycle,
            @Nullable DisclosureAudience audience,
            @Nullable @Size(max = 1000) @Distinct List<MemberId> told)
            implements ReviewResultCommand {
        /** The members told; empty if none are named. */
        List<MemberId> members() {
            return told == null ? List.of() : told;
        }
    }
}
