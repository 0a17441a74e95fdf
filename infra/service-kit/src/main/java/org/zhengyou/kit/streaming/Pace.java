package org.zhengyou.kit.streaming;

import java.time.Duration;

/**
 * How long a processor rests between two batches: twice as long as the last one took, within
 * bounds. After a pause the first event is handled at once; under load batches grow instead of
 * getting more.
 *
 * @param least the shortest rest
 * @param most the longest rest
 */
public record Pace(Duration least, Duration most) {
    /** For what people wait to see. */
    public static final Pace PROMPT = new Pace(Duration.ofMillis(1), Duration.ofMillis(2));

    /** For what other services wait for. */
    public static final Pace STEADY = new Pace(Duration.ofMillis(10), Duration.ofMillis(30));

    /** The rest after a batch that took this long, both in nanoseconds. */
    long restNanos(long taken) {
        return Math.clamp(2 * taken, least.toNanos(), most.toNanos());
    }
}
