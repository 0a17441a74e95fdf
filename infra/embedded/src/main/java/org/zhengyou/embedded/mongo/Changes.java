package org.zhengyou.embedded.mongo;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Counts updates and removals in a collection, so that a reader, who takes no lock, can tell
 * whether a document is still what the entry of an index said of it.
 */
final class Changes {
    /** Odd while somebody is at it. */
    private final AtomicLong count = new AtomicLong();

    /** Makes a change; the lock of the collection keeps others out. */
    <T> T during(Supplier<T> change) {
        count.incrementAndGet();
        try {
            return change.get();
        } finally {
            count.incrementAndGet();
        }
    }

    /** To be asked for before the first entry is read. */
    long count() {
        return count.get();
    }

    /** Whether nothing was changed since, nor was being changed then. */
    boolean noneSince(long then) {
        return then % 2 == 0 && count.get() == then;
    }
}
