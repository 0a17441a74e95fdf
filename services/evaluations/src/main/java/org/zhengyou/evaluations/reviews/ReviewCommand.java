package org.zhengyou.evaluations.reviews;

import org.zhengyou.evaluations.cycles.CycleId;

/** 年终述职考核 (S110-S115). What is done with the review of one subject in one cycle. */
public sealed interface ReviewCommand
        permits DutyReportCommand, AppraisalCommand, ReviewResultCommand {
    /** The review concerned. */
    ReviewId review();

    /** The cycle it belongs to. */
    CycleId cycle();
}
