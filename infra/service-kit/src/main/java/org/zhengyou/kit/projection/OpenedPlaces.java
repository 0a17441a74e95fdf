package org.zhengyou.kit.projection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of one table stand by their personal values, as these were opened last. The store
 * knows no such values, and opening them is what takes time; so what was opened stays in memory,
 * with the version of its row, and counts while that is the version in the store. Of more rows than
 * this holds, the others are opened for each question.
 */
final class OpenedPlaces {
    /** Rows to be kept; a person has some 400 bytes here. */
    static final int MOST_ROWS = 100_000;

    private record Opened(long version, Map<String, String> places) {}

    private final Map<String, Opened> rows = new ConcurrentHashMap<>();

    /** By field, of the row with this key in this version; null if they are not known. */
    @Nullable Map<String, String> of(String key, long version) {
        Opened opened = rows.get(key);
        return opened != null && opened.version() == version ? opened.places() : null;
    }

    /** Keeps what was opened, if there is room. */
    void keep(String key, long version, Map<String, String> places) {
        if (rows.size() < MOST_ROWS || rows.containsKey(key))
            rows.put(key, new Opened(version, Map.copyOf(places)));
    }

    void clear() {
        rows.clear();
    }
}
