package org.zhengyou.embedded.mongo;

import org.h2.mvstore.Cursor;
import org.jspecify.annotations.Nullable;

/** Ids from one contiguous piece of a map: of the collection itself, or of an index. */
abstract class MapIdStream<K, V> implements IdStream {
    private final Bounds bounds;
    private final boolean reverse;
    private final ScanStatistics statistics;
    private @Nullable Cursor<K, V> cursor;
    private @Nullable Object peeked;
    private @Nullable V value;

    MapIdStream(Bounds bounds, boolean reverse, ScanStatistics statistics) {
        this.bounds = bounds;
        this.reverse = reverse;
        this.statistics = statistics;
    }

    /** A cursor over the piece of the map within the bounds, which count as included. */
    abstract Cursor<K, V> open(Bounds bounds, boolean reverse);

    abstract Object idOf(K key, V value);

    final @Nullable V value() {
        return value;
    }

    @Override
    public final @Nullable Object next() {
        Object next = peek();
        peeked = null;
        return next;
    }

    private @Nullable Object peek() {
        Cursor<K, V> open = cursor;
        if (open == null) {
            open = open(bounds, reverse);
            cursor = open;
        }
        while (peeked == null && open.hasNext()) {
            Object id = idOf(open.next(), open.getValue());
            if (!bounds.excludes(id)) {
                statistics.keys.increment();
                peeked = id;
                value = open.getValue();
            }
        }
        return peeked;
    }

    @Override
    public final void seek(Object id) {
        Object next = peek();
        if (next == null || before(next, id)) {
            Bounds rest = reverse ? bounds.atMost(id, true) : bounds.atLeast(id, true);
            peeked = null;
            cursor = open(rest, reverse);
        }
    }

    private boolean before(Object a, Object b) {
        int order = BsonOrder.compare(a, b);
        return reverse ? order > 0 : order < 0;
    }
}
