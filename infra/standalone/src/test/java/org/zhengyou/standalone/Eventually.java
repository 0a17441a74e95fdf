package org.zhengyou.standalone;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what must come true. */
final class Eventually {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long PAUSE_NANOS = 20_000_000;

    private Eventually() {}

    /** The first value for which the condition holds; fails, naming it, if there never is one. */
    static <T> T eventually(String condition, Supplier<T> value, Predicate<T> holds) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        T last = value.get();
        while (!holds.test(last)) {
            if (System.nanoTime() - deadline > 0)
                throw new AssertionError("never came true: " + condition + "; last: " + last);
            LockSupport.parkNanos(PAUSE_NANOS);
            last = value.get();
        }
        return last;
    }
}
