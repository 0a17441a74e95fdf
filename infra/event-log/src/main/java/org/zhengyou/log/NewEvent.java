package org.zhengyou.log;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;

/**
 * An event on its way into the log, which gives it a position and a recording time.
 *
 * @param id unique identifier, given by the writer. The log does not look at it: who must not
 *     append an event twice gives it a tag and asks, in the condition, that there is none with that
 *     tag
 * @param type stable stored name such as {@code members.MemberRegistered}, never a class name
 * @param version version of the payload's shape
 * @param effectiveAt since when it holds in the real world; kept to the microsecond
 * @param tags {@code key=value} pairs by which it is found and by which conditions are checked
 * @param metadata who, why, on whose behalf
 * @param payload the exact JSON text that is stored and hashed
 */
public record NewEvent(
        String id,
        String type,
        String version,
        Instant effectiveAt,
        Set<String> tags,
        Map<String, String> metadata,
        String payload) {

    /**
     * Refuses what could not be stored and read back unchanged.
     *
     * @throws IllegalArgumentException if a name is empty, a tag is not {@code key=value}, a
     *     metadata key is empty, contains a dot or NUL or starts with a dollar sign, or a text is
     *     not valid Unicode
     */
    public NewEvent {
        Text.name("id", id);
        Text.name("type", type);
        Text.name("version", version);
        Text.valid("payload", payload);
        effectiveAt = effectiveAt.truncatedTo(ChronoUnit.MICROS);
        tags = Set.copyOf(tags);
        tags.forEach(Text::tag);
        metadata = Map.copyOf(metadata);
        metadata.forEach(Text::metadata);
    }
}
