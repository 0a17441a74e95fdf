package org.zhengyou.evaluations.reviews;

import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.kit.personal.Personal;

/** 民主评议 (S114). What happened to the appraisal of a review. */
public sealed interface AppraisalEvent extends ReviewEvent {
    /**
     * 民主评议已开始 (S114). The rolls are frozen.
     *
     * @param review the review
     * @param mode how it is taken
     * @param membersOnRoll how many Party members are entitled
     * @param massesOnRoll how many of the masses are entitled
     * @param rollDigest SHA-256 of the rolls
     */
    record AppraisalOpened(
            ReviewId review,
            AppraisalMode mode,
            int membersOnRoll,
            int massesOnRoll,
            String rollDigest)
            implements AppraisalEvent {}

    /**
     * 纸质票汇总已录入 (P-PAPER-TALLY). Said again if it is corrected before it is attested; the last one
     * counts.
     *
     * @param review the review
     * @param by who entered it
     * @param scanDigest SHA-256 of the scanned papers
     * @param tally both sides, sealed: nothing of the count is known before the close
     */
    record PaperTallyEntered(ReviewId review, MemberId by, String scanDigest, Personal tally)
            implements AppraisalEvent {}

    /**
     * 纸质票汇总已复核 (P-PAPER-TALLY). A second person found the entry equal to the scanned papers.
     *
     * @param review the review
     * @param by who attested it
     * @param scanDigest SHA-256 of the scanned papers
     */
    record PaperTallyAttested(ReviewId review, MemberId by, String scanDigest)
            implements AppraisalEvent {}

    /**
     * 纸质票复核不符 (P-PAPER-TALLY). A second person counted otherwise than was entered. How much is said
     * nowhere, or the count could be found by trying.
     *
     * @param review the review
     * @param by who counted otherwise
     */
    record PaperTallyDiffered(ReviewId review, MemberId by) implements AppraisalEvent {}

    /**
     * 民主评议已结束 (S114).
     *
     * @param review the review
     */
    record AppraisalClosed(ReviewId review) implements AppraisalEvent {}

    /**
     * 评议票数已公布 (S114). The tallies of members and masses, kept apart (F29).
     *
     * @param review the review
     * @param membersOnRoll how many Party members were entitled
     * @param massesOnRoll how many of the masses were entitled
     * @param rollDigest SHA-256 of the rolls
     * @param scanDigest SHA-256 of the scanned papers
     * @param members the members' papers
     * @param masses the masses' papers
     * @param enteredBy who entered the tally
     * @param attestedBy who attested it
     */
    record AppraisalTallyPublished(
            ReviewId review,
            int membersOnRoll,
            int massesOnRoll,
            String rollDigest,
            String scanDigest,
            Tally members,
            Tally masses,
            MemberId enteredBy,
            MemberId attestedBy)
            implements AppraisalEvent {}
}
