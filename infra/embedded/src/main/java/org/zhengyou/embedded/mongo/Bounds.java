package org.zhengyou.embedded.mongo;

import org.jspecify.annotations.Nullable;

/**
 * A range of values, either end open.
 *
 * @param low the lowest value, null for none
 * @param lowIncluded whether the lowest value itself belongs to the range
 * @param high the highest value, null for none
 * @param highIncluded whether the highest value itself belongs to the range
 */
record Bounds(
        @Nullable Object low, boolean lowIncluded, @Nullable Object high, boolean highIncluded) {
    static final Bounds ALL = new Bounds(null, true, null, true);

    static Bounds exactly(Object value) {
        return new Bounds(value, true, value, true);
    }

    boolean open() {
        return low == null && high == null;
    }

    Bounds atLeast(Object value, boolean included) {
        int order = low == null ? 1 : BsonOrder.compare(value, low);
        if (order < 0 || (order == 0 && (included || !lowIncluded))) {
            return this;
        }
        return new Bounds(value, included, high, highIncluded);
    }

    Bounds atMost(Object value, boolean included) {
        int order = high == null ? -1 : BsonOrder.compare(value, high);
        if (order > 0 || (order == 0 && (included || !highIncluded))) {
            return this;
        }
        return new Bounds(low, lowIncluded, value, included);
    }

    /** What is left after the given value when reading up, or before it when reading down. */
    Bounds after(@Nullable Object value, boolean reverse) {
        if (value == null) {
            return this;
        }
        return reverse ? atMost(value, false) : atLeast(value, false);
    }

    /** Whether a value at the edge of the range is left out. Values outside are not asked about. */
    boolean excludes(Object value) {
        return (low != null && !lowIncluded && BsonOrder.compare(value, low) == 0)
                || (high != null && !highIncluded && BsonOrder.compare(value, high) == 0);
    }

    /** Whether all values in the range are numbers, or all are texts, as the filter demands. */
    boolean ofOneType() {
        return low instanceof Number
                ? high instanceof Number || NUMBERS_END.equals(high)
                : low instanceof String && high instanceof String;
    }

    /**
     * The same range; a range of numbers without an upper end is closed before the first string.
     */
    Bounds bracketed() {
        return low instanceof Number && high == null
                ? new Bounds(low, lowIncluded, NUMBERS_END, false)
                : this;
    }

    /** Sorts after all numbers; excluded by {@link #bracketed}. */
    private static final Object NUMBERS_END = "";
}
