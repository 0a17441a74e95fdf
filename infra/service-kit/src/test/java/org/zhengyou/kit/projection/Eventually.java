package org.zhengyou.kit.projection;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what must come true. */
public final class Eventually {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Eventually() {}

    /** Returns as soon as the condition holds; fails, naming it, if it never does. */
    public static void eventually(String condition, BooleanSupplier holds) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0)
                throw new AssertionError("never came true: " + condition);
            LockSupport.parkNanos(2_000_000);
        }
    }
}
