package org.zhengyou.embedded.mongo;

import org.h2.mvstore.Cursor;
import org.jspecify.annotations.Nullable;

/** A contiguous piece of an index; either end may be open. */
final class KeyRange {
    private final OrderedIndex index;
    private final byte @Nullable [] low;
    private final byte @Nullable [] high;

    KeyRange(OrderedIndex index, byte @Nullable [] low, byte @Nullable [] high) {
        this.index = index;
        this.low = low;
        this.high = high;
    }

    /**
     * Reads the entries of the piece.
     *
     * @param from where to start instead of at the end of the piece, null for there
     * @param reverse from high to low
     */
    Cursor<byte[], Object> cursor(byte @Nullable [] from, boolean reverse) {
        if (from == null) {
            return index.cursor(low, high, reverse);
        }
        return reverse ? index.cursor(low, from, true) : index.cursor(from, high, false);
    }
}
