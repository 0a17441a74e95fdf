package org.zhengyou.kit.streaming;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * 让行. Commands that are being answered in this process, of all services: somebody waits for each of
 * them. What nobody waits for gives way to them, piece by piece, and goes on in between; where
 * there is never a moment without one, it goes on all the same, at about half its speed, lest it
 * never catch up.
 */
public final class CommandsUnderWay {
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long LOOK_EVERY_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

    private static final AtomicInteger COUNT = new AtomicInteger();

    private CommandsUnderWay() {}

    /** Answers a command. */
    public static <T> T with(Supplier<T> answer) {
        COUNT.incrementAndGet();
        try {
            return answer.get();
        } finally {
            COUNT.decrementAndGet();
        }
    }

    /** How many there are. */
    static int count() {
        return COUNT.get();
    }

    /** Waits for a moment without commands, for 5 ms at most. */
    public static void giveWay() {
        long until = System.nanoTime() + LONGEST_NANOS;
        while (count() > 0 && System.nanoTime() < until) LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
}
