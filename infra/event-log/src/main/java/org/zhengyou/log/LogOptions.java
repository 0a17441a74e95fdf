package org.zhengyou.log;

import java.time.Clock;
import java.time.Duration;

/**
 * How a process uses its log. None of this changes what is stored.
 *
 * @param batch transactions written together at most
 * @param windowEvents events at the end of the log kept in memory at most
 * @param windowBytes bytes of text of those events at most
 * @param poll how often to ask for what other processes appended; zero = never, for a log that one
 *     process has to itself
 * @param clock gives the recording time
 * @param timeLimit how long one append may take, with waiting, every retry and the settling of an
 *     unknown outcome: it may wait for three fifths of it, and each answer of the server for one;
 *     and one answer of the server when reading
 * @param limits sizes above which a transaction is refused
 */
public record LogOptions(
        int batch,
        int windowEvents,
        long windowBytes,
        Duration poll,
        Clock clock,
        Duration timeLimit,
        Limits limits) {

    /** Refuses options nothing could work with. */
    public LogOptions {
        if (batch < 1 || windowEvents < 1 || windowBytes < 1) {
            throw new IllegalArgumentException("batch and window hold at least one event");
        }
        if (poll.isNegative() || !timeLimit.isPositive()) {
            throw new IllegalArgumentException("durations are positive");
        }
    }

    /** 256 transactions a batch, 50,000 events or 64 MB in memory, 50 ms, UTC, 5 s. */
    public static LogOptions defaults() {
        return new LogOptions(
                256,
                50_000,
                64L << 20,
                Duration.ofMillis(50),
                Clock.systemUTC(),
                Duration.ofSeconds(5),
                Limits.defaults());
    }

    /** The same with another clock. */
    public LogOptions with(Clock other) {
        return new LogOptions(batch, windowEvents, windowBytes, poll, other, timeLimit, limits);
    }

    /** The same with another poll interval. */
    public LogOptions polling(Duration every) {
        return new LogOptions(batch, windowEvents, windowBytes, every, clock, timeLimit, limits);
    }

    /** The same with another window. */
    public LogOptions window(int events, long bytes) {
        return new LogOptions(batch, events, bytes, poll, clock, timeLimit, limits);
    }

    /** The same with another time limit. */
    public LogOptions within(Duration limit) {
        return new LogOptions(batch, windowEvents, windowBytes, poll, clock, limit, limits);
    }

    /** The same with other limits. */
    public LogOptions with(Limits other) {
        return new LogOptions(batch, windowEvents, windowBytes, poll, clock, timeLimit, other);
    }
}
