package org.zhengyou.kit.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which facts a question is about: those true by one instant and recorded by another.
 *
 * @param asOf the last effective instant, in microseconds since 1970
 * @param knownAt the last recorded instant, likewise
 */
record Cut(long asOf, long knownAt) {
    /** All facts. */
    static final Cut NONE = new Cut(Long.MAX_VALUE, Long.MAX_VALUE);

    /** Facts true by this instant, and recorded by that one if it is given. */
    static Cut at(Instant asOf, @Nullable Instant knownAt) {
        return new Cut(
                StoredRow.micros(asOf),
                knownAt == null ? Long.MAX_VALUE : StoredRow.micros(knownAt));
    }

    boolean admits(long effective, long recorded) {
        return effective <= asOf && recorded <= knownAt;
    }

    boolean admits(Arrival arrival) {
        return admits(
                StoredRow.micros(arrival.effectiveAt()), StoredRow.micros(arrival.recordedAt()));
    }

    /** Whether it was recorded in time, whenever it becomes true. */
    boolean knows(Arrival arrival) {
        return StoredRow.micros(arrival.recordedAt()) <= knownAt;
    }
}
