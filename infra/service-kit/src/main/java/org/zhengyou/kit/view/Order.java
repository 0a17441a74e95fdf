package org.zhengyou.kit.view;

import java.time.Instant;
import java.util.Comparator;

/**
 * The one order of all facts, the same however they arrive: by effective time, then by recorded
 * time, then by source and position.
 *
 * @param effectiveAt when the fact is true
 * @param recordedAt when its source recorded it
 * @param source the service whose log holds it
 * @param position its position there
 */
public record Order(Instant effectiveAt, Instant recordedAt, String source, long position)
        implements Comparable<Order> {
    private static final Comparator<Order> BY_TIME =
            Comparator.comparing(Order::effectiveAt)
                    .thenComparing(Order::recordedAt)
                    .thenComparing(Order::source)
                    .thenComparingLong(Order::position);

    @Override
    public int compareTo(Order other) {
        return BY_TIME.compare(this, other);
    }
}
