package org.zhengyou.log;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * An event in the log. Never changes.
 *
 * @param position global position; the first is 1 and there are no gaps
 * @param recordedAt when the log took it in, in milliseconds; never decreases with the position
 * @param id unique identifier given by the writer
 * @param type stable stored name
 * @param version version of the payload's shape
 * @param effectiveAt since when it holds in the real world, in microseconds
 * @param tags {@code key=value} pairs
 * @param metadata who, why, on whose behalf
 * @param payload the exact JSON text that was hashed
 */
public record StoredEvent(
        long position,
        Instant recordedAt,
        String id,
        String type,
        String version,
        Instant effectiveAt,
        Set<String> tags,
        Map<String, String> metadata,
        String payload) {

    /** Copies the collections, so that no reader can change what another one sees. */
    public StoredEvent {
        tags = Set.copyOf(tags);
        metadata = Map.copyOf(metadata);
    }

    static StoredEvent of(NewEvent event, long position, Instant recordedAt) {
        return new StoredEvent(
                position,
                recordedAt,
                event.id(),
                event.type(),
                event.version(),
                event.effectiveAt(),
                event.tags(),
                event.metadata(),
                event.payload());
    }

    /** The same event as if it were at another position. */
    StoredEvent at(long other) {
        return new StoredEvent(
                other, recordedAt, id, type, version, effectiveAt, tags, metadata, payload);
    }
}
