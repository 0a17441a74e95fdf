package org.zhengyou.activities.campaign;

import java.util.List;
import java.util.stream.IntStream;

/**
 * 分阶段工作 (S46). What belongs to certain phases of the campaign, and by an exception may be done when
 * these are over.
 */
public enum GatedAct {
    /** 首次制定方案 (S53). */
    ADOPT_PLAN("S53", 1, 1),
    /** 召开动员会 (S51). */
    HOLD_MOBILIZATION_MEETING("S51", 1, 1),
    /** 开展五项活动 (S57, S70). */
    HOLD_ACTIVITY("S70", 2, 3),
    /** 设立党员项目 (S60). */
    START_MEMBER_PROJECT("S60", 2, 3);

    private final String clause;
    private final int first;
    private final int last;

    GatedAct(String clause, int first, int last) {
        this.clause = clause;
        this.first = first;
        this.last = last;
    }

    /** The clause that binds it to phases. */
    String clause() {
        return clause;
    }

    /** The numbers of its phases, ascending. */
    public List<Integer> phases() {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    /** The number of the last of its phases. */
    int lastPhase() {
        return last;
    }
}
