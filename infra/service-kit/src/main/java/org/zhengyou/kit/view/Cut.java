package org.zhengyou.kit.view;

import java.time.Instant;

/**
 * Which facts a question is about: those true by one instant and recorded by another. The past is
 * seen as it is known at {@code knownAt}, not as it was told then.
 *
 * @param asOf the last effective instant
 * @param knownAt the last recorded instant
 */
public record Cut(Instant asOf, Instant knownAt) {
    /** All facts. */
    public static final Cut NONE = new Cut(Instant.MAX, Instant.MAX);

    /** Facts true by this instant, whenever they were recorded. */
    public static Cut at(Instant asOf) {
        return new Cut(asOf, Instant.MAX);
    }

    /** Whether a fact with these two clocks is among them. */
    public boolean admits(Instant effectiveAt, Instant recordedAt) {
        return !effectiveAt.isAfter(asOf) && !recordedAt.isAfter(knownAt);
    }

    /** Whether the fact of this order is among them. */
    public boolean admits(Order order) {
        return admits(order.effectiveAt(), order.recordedAt());
    }

    /** Whether the fact of this order was known, whenever it is true. */
    public boolean knows(Order order) {
        return !order.recordedAt().isAfter(knownAt);
    }
}
