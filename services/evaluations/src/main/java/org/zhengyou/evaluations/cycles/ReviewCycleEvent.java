package org.zhengyou.evaluations.cycles;

import java.time.LocalDate;
import org.zhengyou.kit.decide.Concern;

/** 年终述职考核周期 (S109). What happened to the cycle of a year. */
public sealed interface ReviewCycleEvent {
    /** The cycle concerned. */
    CycleId cycle();

    /** The year concerned. */
    int year();

    /** What it says of itself to everybody. */
    default Concern concern() {
        return switch (this) {
            case ReviewCycleOpened e -> Concern.ofCommittee("S109");
            case ReviewCycleClosed e -> Concern.ofCommittee("S109");
        };
    }

    /**
     * 年终述职考核已启动 (S109).
     *
     * @param cycle its id
     * @param year the year whose end it is
     * @param on the day it was opened, in December of the year or in January after it
     */
    record ReviewCycleOpened(CycleId cycle, int year, LocalDate on) implements ReviewCycleEvent {}

    /**
     * 年终述职考核已结束 (S109).
     *
     * @param cycle the cycle
     * @param year its year
     */
    record ReviewCycleClosed(CycleId cycle, int year) implements ReviewCycleEvent {}
}
