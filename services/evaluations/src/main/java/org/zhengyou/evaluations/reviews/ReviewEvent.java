package org.zhengyou.evaluations.reviews;

/**
 * 年终述职考核 (S110-S115). What happened to a review. What people said about themselves or about others
 * is sealed under the reporter's key.
 */
public sealed interface ReviewEvent permits DutyReportEvent, AppraisalEvent, ReviewResultEvent {
    /** The review concerned. */
    ReviewId review();
}
