package org.zhengyou.kit.projection;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values that are in the store for certain, the latest used of them: they need not be written. */
final class KnownValues {
    private static final int MOST = 20_000;

    private final Map<RowIndex.Value, Boolean> known =
            new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<RowIndex.Value, Boolean> eldest) {
                    return size() > MOST;
                }
            };

    synchronized boolean has(RowIndex.Value value) {
        return known.get(value) != null;
    }

    synchronized void add(Collection<RowIndex.Value> values) {
        values.forEach(value -> known.put(value, true));
    }

    synchronized void clear() {
        known.clear();
    }
}
