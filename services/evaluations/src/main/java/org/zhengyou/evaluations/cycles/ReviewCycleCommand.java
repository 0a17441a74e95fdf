package org.zhengyou.evaluations.cycles;

import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.MayLieAhead;
import org.zhengyou.kit.decide.New;

/** 年终述职考核周期 (S109). What the committee does with the cycle of a year. */
public sealed interface ReviewCycleCommand {
    /** The cycle concerned. */
    CycleId cycle();

    /** The year concerned. */
    int year();

    /**
     * 启动年终述职考核 (S109). Effective in December of the year or in January after it.
     *
     * @param cycle a new random id
     * @param year the year whose end it is, 2010 or later and inside the campaign; one cycle per
     *     year
     */
    @Allowed(function = OfficeFunction.GUIDE, level = Allowed.Level.COMMITTEE, clause = "S109")
    @MayLieAhead
    record OpenReviewCycle(@New CycleId cycle, int year) implements ReviewCycleCommand {}

    /**
     * 结束年终述职考核 (S109). From then on the cycle takes nothing but disclosures of its results and the
     * reasons of reports that are missing.
     *
     * @param cycle the cycle
     * @param year its year
     */
    @Allowed(function = OfficeFunction.GUIDE, level = Allowed.Level.COMMITTEE, clause = "S109")
    record CloseReviewCycle(CycleId cycle, int year) implements ReviewCycleCommand {}
}
