package org.zhengyou.evaluations.cycles;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.ROUND_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengyou.evaluations.cycles.ReviewCycleEvent.ReviewCycleClosed;
import org.zhengyou.evaluations.cycles.ReviewCycleEvent.ReviewCycleOpened;
import org.zhengyou.kit.view.Fact;

/**
 * 年终述职考核周期 (S109). The cycles a decision rests on.
 *
 * @param cycles by id
 */
public record Cycles(Map<CycleId, Cycle> cycles) {
    /** Nothing is known. */
    public static final Cycles NONE = new Cycles(Map.of());

    /**
     * One cycle.
     *
     * @param opened its opening
     * @param openedAt from when it is open
     * @param closedAt from when it is closed; null while it is not
     */
    public record Cycle(ReviewCycleOpened opened, Instant openedAt, @Nullable Instant closedAt) {}

    /** Copies the map. */
    public Cycles {
        cycles = Map.copyOf(cycles);
    }

    /**
     * A cycle that was opened by this instant.
     *
     * @throws org.zhengyou.kit.decide.Refusal NOT_ON_RECORD, or STEP_OUT_OF_ORDER before its
     *     opening
     */
    public Cycle require(CycleId id, Instant at, String clause) {
        Cycle cycle = cycles.get(id);
        if (cycle == null) throw refuse(NOT_ON_RECORD, clause, "no cycle with this id was opened");
        if (at.isBefore(cycle.openedAt()))
            throw refuse(
                    STEP_OUT_OF_ORDER, clause, "the cycle was opened on " + cycle.opened().on());
        return cycle;
    }

    /**
     * A cycle that is open at this instant.
     *
     * @throws org.zhengyou.kit.decide.Refusal ROUND_CLOSED, and what {@link #require} says
     */
    public Cycle requireOpen(CycleId id, Instant at, String clause) {
        Cycle cycle = require(id, at, clause);
        Instant closed = cycle.closedAt();
        if (closed != null && !at.isBefore(closed))
            throw refuse(ROUND_CLOSED, clause, "the cycle is closed");
        return cycle;
    }

    /** These cycles after one more fact. */
    public Cycles after(Fact<?> fact) {
        if (!(fact.event() instanceof ReviewCycleEvent event)) return this;
        Map<CycleId, Cycle> more = new HashMap<>(cycles);
        switch (event) {
            case ReviewCycleOpened e -> more.put(e.cycle(), new Cycle(e, fact.effectiveAt(), null));
            case ReviewCycleClosed e ->
                    more.computeIfPresent(
                            e.cycle(),
                            (id, c) -> new Cycle(c.opened(), c.openedAt(), fact.effectiveAt()));
        }
        return new Cycles(more);
    }
}
