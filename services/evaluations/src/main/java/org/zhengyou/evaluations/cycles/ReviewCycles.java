package org.zhengyou.evaluations.cycles;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengyou.evaluations.cycles.ReviewCycleEvent.ReviewCycleClosed;
import org.zhengyou.evaluations.cycles.ReviewCycleEvent.ReviewCycleOpened;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.View;

/**
 * 考核周期 (S109). The year-end reviews, open and closed; whoever reports finds the cycle here. It
 * names nobody and is open to all who sign in. One row per cycle.
 */
public final class ReviewCycles extends View<ReviewCycles.Row, ReviewCycles.Shown> {
    /**
     * One cycle.
     *
     * @param opened its opening
     * @param closed its close
     */
    public record Row(Timeline<ReviewCycleOpened> opened, Timeline<ReviewCycleClosed> closed) {}

    /**
     * What a reader sees of a cycle.
     *
     * @param cycle its id
     * @param year the year whose end it is
     * @param openedOn since when it takes reports
     * @param closedOn since when it takes none; null while it is open
     */
    public record Shown(
            CycleId cycle, int year, LocalDate openedOn, @Nullable LocalDate closedOn) {}

    /** The view; its rows are empty. */
    public ReviewCycles() {
        super(
                "review-cycles",
                Row.class,
                Shown.class,
                key -> new Row(Timeline.empty(), Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        if (fact.event() instanceof ReviewCycleEvent event)
            rows.update(event.cycle().value(), row -> after(row, event, fact));
    }

    private static Row after(Row row, ReviewCycleEvent event, Fact<?> fact) {
        return switch (event) {
            case ReviewCycleOpened e -> new Row(row.opened().with(fact.order(), e), row.closed());
            case ReviewCycleClosed e -> new Row(row.opened(), row.closed().with(fact.order(), e));
        };
    }

    @Override
    public Audience audience(Row row) {
        return Audience.EVERYBODY;
    }

    @Override
    public Index index(Row row) {
        return Index.on("year", row.opened(), ReviewCycleOpened::year);
    }

    @Override
    public @Nullable Shown answer(String key, Row row, Instant asOf) {
        LocalDate closedOn = row.closed().entryAt(asOf).map(Timeline.Entry::on).orElse(null);
        return row.opened()
                .at(asOf)
                .map(e -> new Shown(e.cycle(), e.year(), e.on(), closedOn))
                .orElse(null);
    }
}
