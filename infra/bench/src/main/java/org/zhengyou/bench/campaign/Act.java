package org.zhengyou.bench.campaign;

import java.time.Instant;
import java.util.List;

/**
 * What one command led to: one transaction of a service's log.
 *
 * @param by who acted
 * @param grounds clause and function on which that rests
 * @param effectiveAt when it became true
 * @param recordedAt when it was recorded; never decreases within a service
 * @param events at least one
 */
public record Act(
        String by, String grounds, Instant effectiveAt, Instant recordedAt, List<?> events) {
    /** Copies the list. */
    public Act {
        events = List.copyOf(events);
    }
}
