package org.zhengyou.evaluations.reviews;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.evaluations.cycles.CycleId;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.kit.decide.Shape;

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
    record DetermineReviewResult(ReviewId review, CycleId cycle, Grade grade, String grounds)
            implements ReviewResultCommand {
        private static final int LONGEST = 5000;

        /** Checks the shape. */
        public DetermineReviewResult {
            grounds = Shape.text("grounds", grounds, LONGEST);
        }

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
    record DiscloseReviewResult(
            ReviewId review,
            CycleId cycle,
            @Nullable DisclosureAudience audience,
            @Nullable List<MemberId> told)
            implements ReviewResultCommand {
        private static final int MOST_TOLD = 1000;

        /** Checks the shape. */
        public DiscloseReviewResult {
            told = Shape.distinct("told", told == null ? List.of() : told, MOST_TOLD);
        }

        /** The members told; empty if none are named. */
        List<MemberId> members() {
            return told == null ? List.of() : told;
        }
    }
}
