package org.zhengyou.kit.projection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;

/**
 * Values of one table that are in the store for certain, the latest used of them: they need not be
 * written. All tables of the process share the room for them.
 */
final class KnownValues {
    private static final int MOST_OF_PROCESS = 20_000;

    private record Known(KnownValues table, RowIndex.Value value) {}

    private static final Cache<Known, Boolean> KNOWN =
            Caffeine.newBuilder().maximumSize(MOST_OF_PROCESS).executor(Runnable::run).build();

    boolean has(RowIndex.Value value) {
        return KNOWN.getIfPresent(new Known(this, value)) != null;
    }

    void add(Collection<RowIndex.Value> values) {
        values.forEach(value -> KNOWN.put(new Known(this, value), true));
    }
}
