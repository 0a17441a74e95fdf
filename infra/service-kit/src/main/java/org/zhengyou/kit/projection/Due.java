package org.zhengyou.kit.projection;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.policy.Deadline;
import org.zhengyou.kit.view.Cut;
import org.zhengyou.kit.view.View;

/** When the rows of a view are due, whose answers say so ({@link Deadline#DUE_AT}). */
final class Due<R extends Record> {
    private final View<R, ?> view;
    private final Fields fields;

    Due(View<R, ?> view, Fields fields) {
        this.view = view;
        this.fields = fields;
    }

    /** A row that is due, as it is answered. */
    record Row(String key, Record answer, Instant at) {}

    /** Whether the answers of a view say when they are due, and rows are found by that. */
    static <R extends Record> boolean isIndexed(View<R, ?> view, Fields fields) {
        return fields.type(Deadline.DUE_AT) == Instant.class
                && view.index(view.empty("")).fields().containsKey(Deadline.DUE_AT);
    }

    /** The row as it stands now, if it is due by now. */
    @Nullable Row of(StoredRow<R> stored, Instant now) {
        Cut cut = Cut.at(now);
        R row = stored.isWithin(cut) ? stored.row() : view.cut(stored.row(), cut);
        Record answer = view.answer(stored.key(), row, now);
        Instant at = answer == null ? null : at(stored.key(), answer);
        return answer == null || at == null || at.isAfter(now)
                ? null
                : new Row(stored.key(), answer, at.truncatedTo(ChronoUnit.MICROS));
    }

    /**
     * The first instant at which the row may be due unless it is written once more; null if never.
     * While a fact is dated ahead, any instant that its index knows may be the one.
     */
    @Nullable Instant first(StoredRow<R> stored, Instant now) {
        if (stored.isWithin(Cut.at(now))) {
            Record answer = view.answer(stored.key(), stored.row(), now);
            return answer == null ? null : at(stored.key(), answer);
        }
        Set<Object> ever =
                view.index(stored.row()).fields().getOrDefault(Deadline.DUE_AT, Set.of());
        return ever.stream().map(Instant.class::cast).min(Instant::compareTo).orElse(null);
    }

    private @Nullable Instant at(String key, Record answer) {
        return (Instant) fields.value(key, answer, Deadline.DUE_AT);
    }
}
