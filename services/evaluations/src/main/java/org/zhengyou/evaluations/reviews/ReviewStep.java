package org.zhengyou.evaluations.reviews;

import java.util.Optional;
import org.zhengyou.evaluations.reviews.AppraisalEvent.AppraisalClosed;
import org.zhengyou.evaluations.reviews.AppraisalEvent.AppraisalOpened;
import org.zhengyou.evaluations.reviews.AppraisalEvent.AppraisalTallyPublished;
import org.zhengyou.evaluations.reviews.AppraisalEvent.PaperTallyAttested;
import org.zhengyou.evaluations.reviews.AppraisalEvent.PaperTallyDiffered;
import org.zhengyou.evaluations.reviews.AppraisalEvent.PaperTallyEntered;
import org.zhengyou.evaluations.reviews.DutyReportEvent.CommentaryGiven;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportFiled;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportPresented;
import org.zhengyou.evaluations.reviews.ReviewResultEvent.ReviewResultDetermined;
import org.zhengyou.evaluations.reviews.ReviewResultEvent.ReviewResultDisclosed;

/** 考核步骤 (S110-S115). The steps of a review, in their order. */
public enum ReviewStep {
    /** 提交述职报告. */
    REPORT_FILED,
    /** 述职. */
    REPORT_PRESENTED,
    /** 点评. */
    COMMENTARY_GIVEN,
    /** 启动民主评议. */
    APPRAISAL_OPENED,
    /** 录入纸质票. */
    TALLY_ENTERED,
    /** 复核纸质票. */
    TALLY_ATTESTED,
    /** 结束民主评议. */
    APPRAISAL_CLOSED,
    /** 确定结果. */
    RESULT_DETERMINED,
    /** 通报结果. */
    RESULT_DISCLOSED;

    /**
     * The step that this event is; the published tally belongs to the close, an attempt is none.
     */
    static Optional<ReviewStep> of(ReviewEvent event) {
        return switch (event) {
            case DutyReportFiled e -> Optional.of(REPORT_FILED);
            case DutyReportPresented e -> Optional.of(REPORT_PRESENTED);
            case CommentaryGiven e -> Optional.of(COMMENTARY_GIVEN);
            case AppraisalOpened e -> Optional.of(APPRAISAL_OPENED);
            case PaperTallyEntered e -> Optional.of(TALLY_ENTERED);
            case PaperTallyAttested e -> Optional.of(TALLY_ATTESTED);
            case PaperTallyDiffered e -> Optional.empty();
            case AppraisalClosed e -> Optional.of(APPRAISAL_CLOSED);
            case AppraisalTallyPublished e -> Optional.empty();
            case ReviewResultDetermined e -> Optional.of(RESULT_DETERMINED);
            case ReviewResultDisclosed e -> Optional.of(RESULT_DISCLOSED);
        };
    }
}
