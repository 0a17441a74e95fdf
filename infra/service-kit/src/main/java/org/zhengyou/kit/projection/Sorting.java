package org.zhengyou.kit.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pages in an order that the store does not know: all rows are read, and the first behind the
 * cursor kept. What it keeps in memory is one page.
 */
final class Sorting<R extends Record> {
    private static final int AT_ONCE = 500;

    private final Table<R> table;
    private final Question.Rows wanted;
    private final Check<R> check;
    private final TimeLimit limit;

    Sorting(Table<R> table, Question.Rows wanted, Check<R> check, TimeLimit limit) {
        this.table = table;
        this.wanted = wanted;
        this.check = check;
        this.limit = limit;
    }

    /** A page of the rows with these keys. */
    Page of(Collection<String> keys, @Nullable Rank after) {
        return among(table.find(keys), after);
    }

    /** A page of these rows. */
    Page among(Collection<StoredRow<R>> rows, @Nullable Rank after) {
        First first = new First(after);
        rows.forEach(first::offer);
        return first.page();
    }

    /** A page of the rows that have a term of each of these sets. */
    Page of(List<Set<String>> terms, @Nullable Rank after) {
        First first = new First(after);
        String key = null;
        List<StoredRow<R>> some;
        do {
            limit.check("too many rows for this order: ask for fewer of them, or in another");
            some = table.rows(terms, key, false, AT_ONCE);
            some.forEach(first::offer);
            if (!some.isEmpty()) key = StoredText.encode(some.getLast().key());
        } while (some.size() == AT_ONCE);
        return first.page();
    }

    /** The first rows behind a rank, of all that are offered. */
    private final class First {
        private final @Nullable Rank after;
        private final Comparator<Shown> order = (a, b) -> compare(a.rank(), b.rank());
        private final PriorityQueue<Shown> first = new PriorityQueue<>(order.reversed());
        private int total;

        First(@Nullable Rank after) {
            this.after = after;
        }

        private int compare(Rank a, Rank b) {
            return wanted.order().compare(a, b);
        }

        void offer(StoredRow<R> row) {
            Shown shown = check.admit(row);
            if (shown == null) return;
            total++;
            if (after != null && compare(shown.rank(), after) <= 0) return;
            first.add(shown);
            if (first.size() > wanted.limit() + 1) first.remove();
        }

        Page page() {
            List<Shown> rows = new ArrayList<>(first);
            rows.sort(order);
            if (rows.size() <= wanted.limit()) return new Page(rows, null, total);
            return new Page(
                    rows.subList(0, wanted.limit()), rows.get(wanted.limit() - 1).rank(), total);
        }
    }
}
