package org.zhengyou.evaluations.reviews;

/** 评议方式 (S114). How a democratic appraisal is taken; the text is silent. */
public enum AppraisalMode {
    /** 纸质票汇总: counted on paper, entered by one person, attested by another. */
    PAPER_TALLY
}
