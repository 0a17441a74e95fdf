package org.zhengyou.activities.coverage;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was reached, and when first. Adding is order-free and idempotent.
 *
 * @param first the earliest effective instant by what was reached
 */
public record Reached(SortedMap<String, Instant> first) {
    static final Reached NOTHING = new Reached(new TreeMap<>());

    /** Copies the map. */
    public Reached {
        first = Collections.unmodifiableSortedMap(new TreeMap<>(first));
    }

    Reached with(String what, Instant since) {
        Map<String, Instant> more = new TreeMap<>(first);
        more.merge(what, since, (one, other) -> one.isBefore(other) ? one : other);
        return new Reached(new TreeMap<>(more));
    }

    boolean at(String what, Instant asOf) {
        Instant since = first.get(what);
        return since != null && !since.isAfter(asOf);
    }
}
