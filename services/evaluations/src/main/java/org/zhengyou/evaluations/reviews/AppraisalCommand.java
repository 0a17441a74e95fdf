package org.zhengyou.evaluations.reviews;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.zhengyou.evaluations.cycles.CycleId;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.Undisclosed;
import org.zhengyou.kit.validation.Digest;

/** 民主评议 (S114). What is done with the appraisal of a review. */
public sealed interface AppraisalCommand extends ReviewCommand {
    /**
     * 启动民主评议 (S114). After the report was presented; the rolls are frozen.
     *
     * @param review the review
     * @param cycle its cycle
     * @param mode how it is taken
     * @param membersOnRoll how many Party members are entitled, 1 up to as many as are on the
     *     register of the subject's organisation, or of those below it
     * @param massesOnRoll how many of the masses are entitled, 1 to 100000
     * @param rollDigest SHA-256 of the rolls, 1 to 128 characters
     */
    @Allowed(function = OfficeFunction.APPRAISE, level = Allowed.Level.ABOVE, clause = "S114")
    record OpenAppraisal(
            ReviewId review,
            CycleId cycle,
            AppraisalMode mode,
            @Min(1) @Max(100_000) int membersOnRoll,
            @Min(1) @Max(100_000) int massesOnRoll,
            @Digest String rollDigest)
            implements AppraisalCommand {}

    /**
     * 录入纸质票 (P-PAPER-TALLY). One person enters both tallies; until somebody else has attested them
     * they can be entered again.
     *
     * @param review the review
     * @param cycle its cycle
     * @param members the members' papers, together 1 up to as many as their roll has names
     * @param masses the masses' papers, together 1 up to as many as their roll has names
     * @param scanDigest SHA-256 of the scanned papers, 1 to 128 characters
     */
    @Allowed(function = OfficeFunction.APPRAISE, level = Allowed.Level.ABOVE, clause = "S114")
    record EnterPaperTally(
            ReviewId review, CycleId cycle, Tally members, Tally masses, @Digest String scanDigest)
            implements AppraisalCommand {
        /** Without the counts: nobody knows them before the close. */
        @Override
        public String toString() {
            return "EnterPaperTally[" + review.value() + "]";
        }
    }

    /**
     * 复核纸质票 (P-PAPER-TALLY). A second person counted the scanned papers again, without seeing the
     * entry. Refused unless both counts are equal to the entry recorded last; each count that
     * differs is on record, and after three of them the papers are entered anew. No preview.
     *
     * @param review the review
     * @param cycle its cycle
     * @param members the members' papers as this person counted them
     * @param masses the masses' papers as this person counted them
     * @param scanDigest SHA-256 of the scanned papers, as entered
     */
    @Allowed(function = OfficeFunction.SUPERVISE, level = Allowed.Level.ABOVE, clause = "S114")
    @Undisclosed(outcome = true)
    record AttestPaperTally(
            ReviewId review, CycleId cycle, Tally members, Tally masses, @Digest String scanDigest)
            implements AppraisalCommand {
        /** Without the counts: nobody knows them before the close. */
        @Override
        public String toString() {
            return "AttestPaperTally[" + review.value() + "]";
        }
    }

    /**
     * 结束民主评议 (S114). Publishes the tally; nothing of the count is known before.
     *
     * @param review the review
     * @param cycle its cycle
     */
    @Allowed(function = OfficeFunction.APPRAISE, level = Allowed.Level.ABOVE, clause = "S114")
    @Undisclosed
    record CloseAppraisal(ReviewId review, CycleId cycle) implements AppraisalCommand {}
}
