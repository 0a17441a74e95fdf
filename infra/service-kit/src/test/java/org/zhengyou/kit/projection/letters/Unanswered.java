package org.zhengyou.kit.projection.letters;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.policy.Deadline;
import org.zhengyou.kit.projection.letters.LetterEvent.LetterMarked;
import org.zhengyou.kit.projection.letters.LetterEvent.LetterWritten;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.View;

/**
 * Which letters wait for an answer, and until when: a week from being written, or from being marked
 * {@value #EXTENDED}; no longer once they are marked {@value #ANSWERED} or {@value #OVERDUE}.
 */
public final class Unanswered extends View<Unanswered.Row, Unanswered.Shown> {
    /** How long a letter may wait. */
    public static final Duration WEEK = Duration.ofDays(7);

    /** It may wait a week more. */
    public static final String EXTENDED = "extended";

    /** It waits no longer. */
    public static final String ANSWERED = "answered";

    /** It has waited too long, and does so no longer. */
    public static final String OVERDUE = "overdue";

    private final Runnable beforeEach;

    /** Until when it waits, by what was said last; null if it does not. */
    public record Waiting(@Nullable Instant until) {}

    /** A letter. */
    public record Row(Timeline<Waiting> waiting) {}

    /** A letter as it is shown. */
    public record Shown(@Nullable Instant dueAt) {}

    /** The view; its rows are empty. */
    public Unanswered() {
        this(() -> {});
    }

    /** The view, which runs this before it takes a fact. */
    public Unanswered(Runnable beforeEach) {
        super("unanswered", Row.class, Shown.class, key -> new Row(Timeline.empty()));
        this.beforeEach = beforeEach;
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        beforeEach.run();
        switch (fact.event()) {
            case LetterWritten e -> update(fact, e.letter(), week(fact), rows);
            case LetterMarked e -> {
                if (e.mark().equals(EXTENDED)) update(fact, e.letter(), week(fact), rows);
                if (e.mark().equals(ANSWERED) || e.mark().equals(OVERDUE))
                    update(fact, e.letter(), null, rows);
            }
            default -> {}
        }
    }

    private static Instant week(Fact<?> fact) {
        return fact.effectiveAt().plus(WEEK);
    }

    private static void update(
            Fact<?> fact, LetterId letter, @Nullable Instant until, Documents<Row> rows) {
        rows.update(
                letter.value(),
                row -> new Row(row.waiting().with(fact.order(), new Waiting(until))));
    }

    @Override
    public Index index(Row row) {
        return Index.on(Deadline.DUE_AT, row.waiting(), Waiting::until);
    }

    @Override
    public @Nullable Shown answer(String key, Row row, Instant asOf) {
        return row.waiting().at(asOf).map(waiting -> new Shown(waiting.until())).orElse(null);
    }
}
