package org.zhengyou.kit.view;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    /** Both clocks as the log keeps them: to the microsecond. */
    public Order {
        effectiveAt = effectiveAt.truncatedTo(ChronoUnit.MICROS);
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Reads {@link #stored}.
     *
     * @throws IllegalArgumentException if it is something else
     */
    @JsonCreator
    public static Order of(String stored) {
        String[] parts = stored.split(" ", 4);
        if (parts.length != 4) throw new IllegalArgumentException("no order: " + stored);
        return new Order(
                instant(Long.parseLong(parts[0])),
                instant(Long.parseLong(parts[1])),
                parts[3],
                Long.parseLong(parts[2]));
    }

    /** As rows store it, for there are many: both clocks in microseconds, position and source. */
    @JsonValue
    public String stored() {
        return micros(effectiveAt) + " " + micros(recordedAt) + " " + position + " " + source;
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    @Override
    public int compareTo(Order other) {
        return BY_TIME.compare(this, other);
    }
}
