package org.zhengyou.kit.projection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/**
 * Rows in memory, of all tables of all services in this process, so that what they take together is
 * bounded, however many tables there are and however large their rows. What is used least goes
 * first, whosever it is.
 */
final class RowMemory {
    /** A sixteenth of the heap. */
    static final RowMemory OF_PROCESS = new RowMemory(Runtime.getRuntime().maxMemory() / 16);

    /** What a row takes besides its parts: its key, its place here, its versions. */
    private static final int BYTES_PER_ROW = 400;

    /** What the parts of a row take for each character that they have in the store. */
    private static final int BYTES_PER_CHARACTER = 3;

    private record Place(RowCache<?> table, String key) {}

    private final Cache<Place, StoredRow<?>> rows;

    /** Room for rows of about so many bytes together. */
    RowMemory(long bytes) {
        rows =
                Caffeine.newBuilder()
                        .maximumWeight(bytes)
                        .weigher((Place place, StoredRow<?> row) -> bytesOf(row))
                        .evictionListener((place, row, cause) -> evicted(place))
                        .executor(Runnable::run)
                        .build();
    }

    private static int bytesOf(StoredRow<?> row) {
        return BYTES_PER_ROW + BYTES_PER_CHARACTER * row.size();
    }

    /** Told before anybody can miss the row. */
    private static void evicted(@Nullable Place place) {
        if (place != null) place.table().evicted(place.key());
    }

    @SuppressWarnings("unchecked") // a table keeps rows of its own type only
    <R extends Record> @Nullable StoredRow<R> get(RowCache<R> table, String key) {
        return (StoredRow<R>) rows.getIfPresent(new Place(table, key));
    }

    <R extends Record> void put(RowCache<R> table, StoredRow<R> row) {
        rows.put(new Place(table, row.key()), row);
    }

    void remove(RowCache<?> table, String key) {
        rows.invalidate(new Place(table, key));
    }
}
