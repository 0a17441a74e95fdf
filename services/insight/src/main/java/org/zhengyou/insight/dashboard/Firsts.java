package org.zhengyou.insight.dashboard;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When something first was so. Adding is order-free and idempotent, so that counts never add up
 * twice.
 *
 * @param at the earliest effective instant by what was so: {@code <kind> <id>}
 */
public record Firsts(SortedMap<String, Instant> at) {
    static final Firsts NONE = new Firsts(new TreeMap<>());

    /** Copies the map. */
    public Firsts {
        at = Collections.unmodifiableSortedMap(new TreeMap<>(at));
    }

    Firsts with(String kind, String id, Instant since) {
        return with(kind, List.of(id), since);
    }

    Firsts with(String kind, Iterable<String> ids, Instant since) {
        SortedMap<String, Instant> more = new TreeMap<>(at);
        for (String id : ids)
            more.merge(name(kind, id), since, (one, other) -> one.isBefore(other) ? one : other);
        return new Firsts(more);
    }

    boolean has(String kind, String id, Instant asOf) {
        return isReached(at.get(name(kind, id)), asOf);
    }

    /** How many of this kind were so at this instant. */
    int count(String kind, Instant asOf) {
        // '!' is the character that follows the blank after the kind.
        var ofKind = at.subMap(kind + ' ', kind + '!').values();
        return (int) ofKind.stream().filter(since -> isReached(since, asOf)).count();
    }

    private static boolean isReached(@Nullable Instant since, Instant asOf) {
        return since != null && !since.isAfter(asOf);
    }

    private static String name(String kind, String id) {
        return kind + ' ' + id;
    }
}
