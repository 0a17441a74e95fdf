package org.zhengyou.kit.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.streaming.Lease;

/**
 * Rows of one table that were used lately; if there is room for them, all of them. Answers only
 * while this process has the lease, for then no other process writes rows; with each new lease it
 * starts empty. The rows lie in a {@link RowMemory}, which may drop each of them at any moment.
 */
final class RowCache<R extends Record> {
    private final Lease lease;
    private final Function<String, StoredRow<R>> empty;
    private final RowMemory memory;

    /** Keys of rows in memory. */
    private final Set<String> keys = ConcurrentHashMap.newKeySet();

    /** Keys of rows that are being written, or of which nobody knows whether they were. */
    private final Set<String> inDoubt = new HashSet<>();

    private volatile boolean complete;
    private long epoch;
    private long writes;

    /**
     * An empty cache.
     *
     * @param empty the row that stands for none, by key
     */
    RowCache(Lease lease, Function<String, StoredRow<R>> empty, RowMemory memory) {
        this.lease = lease;
        this.empty = empty;
        this.memory = memory;
    }

    /** There was no room for this row. Called by any thread, so nothing is locked here. */
    void evicted(String key) {
        complete = false;
        keys.remove(key);
    }

    /** The row with this key as it is in the store, if that is known. */
    @Nullable StoredRow<R> get(String key) {
        if (!lease.isValid()) return null;
        synchronized (this) {
            startEmptyIfNew();
            StoredRow<R> known = memory.get(this, key);
            if (known != null || !complete || inDoubt.contains(key)) return known;
            return empty.apply(key);
        }
    }

    /** All rows of the table, if they are known. */
    synchronized Optional<List<StoredRow<R>>> all() {
        startEmptyIfNew();
        if (!complete || !inDoubt.isEmpty() || !lease.isValid()) return Optional.empty();
        List<StoredRow<R>> all = new ArrayList<>();
        for (String key : keys) {
            StoredRow<R> row = memory.get(this, key);
            if (row != null) all.add(row);
        }
        return complete ? Optional.of(all) : Optional.empty();
    }

    /** Whether it would make sense to read all rows. */
    synchronized boolean isIncomplete() {
        startEmptyIfNew();
        return !complete;
    }

    /** The table has no rows now. */
    synchronized void clear() {
        startEmptyIfNew();
        forget();
        complete = true;
        writes++;
    }

    private void forget() {
        keys.forEach(key -> memory.remove(this, key));
        keys.clear();
        inDoubt.clear();
    }

    /** These are all rows of the table, unless something was written meanwhile. */
    synchronized void readAll(long ticket, Collection<StoredRow<R>> all) {
        startEmptyIfNew();
        if (ticket != writes) return;
        complete = true;
        all.forEach(this::keep);
    }

    /** To be taken before the store is read, and given with what was read. */
    synchronized long ticket() {
        startEmptyIfNew();
        return writes;
    }

    /** Keeps what was read, unless something was written meanwhile that the reader may not see. */
    synchronized void read(long ticket, Collection<StoredRow<R>> found) {
        startEmptyIfNew();
        if (ticket == writes) found.forEach(this::keep);
    }

    /** These rows are about to change in the store. */
    synchronized void writing(Collection<String> changed) {
        writes++;
        changed.forEach(key -> memory.remove(this, key));
        keys.removeAll(changed);
        inDoubt.addAll(changed);
    }

    /** These rows are in the store now. */
    synchronized void written(Collection<StoredRow<R>> now) {
        startEmptyIfNew();
        writes++;
        now.forEach(this::keep);
    }

    private void keep(StoredRow<R> row) {
        keys.add(row.key());
        memory.put(this, row);
        inDoubt.remove(row.key());
    }

    private void startEmptyIfNew() {
        if (epoch == lease.epoch()) return;
        forget();
        complete = false;
        writes++;
        epoch = lease.epoch();
    }
}
