package org.zhengyou.kit.projection;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where a row stands in an answer: by its value and then by its key.
 *
 * @param place of the value, see {@link Collation#place}; empty for nothing, which comes last in
 *     either direction
 * @param key the row's key, as it is stored; null stands behind all rows with this value
 */
record Rank(String place, @Nullable String key) implements Comparable<Rank> {
    private static final Comparator<Rank> BY_KEY =
            Comparator.comparing(Rank::key, Comparator.nullsLast(Comparator.naturalOrder()));
    private static final Comparator<Rank> NOTHING_LAST = Comparator.comparing(Rank::isNothing);
    private static final Comparator<Rank> ASCENDING =
            NOTHING_LAST.thenComparing(Rank::place).thenComparing(BY_KEY);
    private static final Comparator<Rank> DESCENDING =
            NOTHING_LAST
                    .thenComparing(Rank::place, Comparator.reverseOrder())
                    .thenComparing(BY_KEY);

    /** The order of an answer. Keys are ascending where values are equal. */
    static Comparator<Rank> order(boolean descending) {
        return descending ? DESCENDING : ASCENDING;
    }

    /** Of the row with this key and this value of the field by which the answer is sorted. */
    static Rank of(@Nullable Object value, String key) {
        return new Rank(Collation.place(value), StoredText.encode(key));
    }

    /** Whether it is among the rows without a value. */
    boolean isNothing() {
        return place.isEmpty();
    }

    @Override
    public int compareTo(Rank other) {
        return ASCENDING.compare(this, other);
    }
}
