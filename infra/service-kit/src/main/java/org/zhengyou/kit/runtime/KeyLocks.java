package org.zhengyou.kit.runtime;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets commands with one key pass one by one within this process. Optimistic retry alone starves on
 * an entity that many want at once; safety stays with the log's condition.
 */
final class KeyLocks {
    private static final int STRIPES = 1 << 10;
    private static final int GOLDEN = 0x9E3779B9;

    private final ReentrantLock[] stripes = new ReentrantLock[STRIPES];

    /** A lock that is held until this is closed. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    KeyLocks() {
        for (int i = 0; i < STRIPES; i++) stripes[i] = new ReentrantLock();
    }

    /**
     * Waits for the lock of this key; two keys may share one.
     *
     * @throws TimeLimitExceededException if it is not free in time
     */
    Held take(String key, long limitNanos) {
        ReentrantLock lock = stripes[(key.hashCode() * GOLDEN) >>> 22];
        if (!lock.tryLock() && !waited(lock, limitNanos))
            throw new TimeLimitExceededException(
                    "too many wait for the same thing; nothing was recorded");
        return lock::unlock;
    }

    private static boolean waited(ReentrantLock lock, long limitNanos) {
        try {
            return lock.tryLock(limitNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
