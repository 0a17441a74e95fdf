package org.zhengyou.log;

import java.util.Arrays;

/** Ascending positions; grows at the end, shrinks at the front. */
final class Positions {
    private long[] values = new long[2];
    private int from;
    private int to;

    void add(long position) {
        if (to == values.length) {
            int size = to - from;
            int capacity = size * 2 > values.length ? values.length * 2 : values.length;
            values = Arrays.copyOf(Arrays.copyOfRange(values, from, to), capacity);
            from = 0;
            to = size;
        }
        values[to++] = position;
    }

    void removeFirst() {
        from++;
    }

    boolean isEmpty() {
        return from == to;
    }

    /** How many lie after this position. */
    int countAfter(long position) {
        return to - indexAfter(position);
    }

    /** The first one after this position, or {@link Long#MAX_VALUE}. */
    long firstAfter(long position) {
        int index = indexAfter(position);
        return index == to ? Long.MAX_VALUE : values[index];
    }

    private int indexAfter(long position) {
        int found = Arrays.binarySearch(values, from, to, position);
        return found < 0 ? -found - 1 : found + 1;
    }
}
