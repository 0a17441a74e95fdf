package org.zhengyou.kit.projection;

import org.bson.Document;

/**
 * A fact that a view or a policy could not take, or that waits behind such a one.
 *
 * @param id handler, log and position
 * @param processor the processor that had it
 * @param handler {@code view/<name>} or {@code policy/<name>}
 * @param key the entity it is about, with its service
 * @param origin the log it lies in
 * @param position its position there
 * @param source the service whose fact it is
 * @param sourcePosition its position in the log of that service
 * @param type its stored name
 * @param error what went wrong, without anybody's data; empty if it only waits
 * @param at where it went wrong; empty if it only waits
 * @param parkedAt ISO instant
 */
record Parked(
        String id,
        String processor,
        String handler,
        String key,
        Origin origin,
        long position,
        String source,
        long sourcePosition,
        String type,
        String error,
        String at,
        String parkedAt) {

    static Parked of(Document stored) {
        return new Parked(
                stored.getString("_id"),
                stored.getString("processor"),
                stored.getString("handler"),
                stored.getString("key"),
                Origin.of(stored.getString("origin")),
                stored.getLong("position"),
                stored.getString("source"),
                stored.getLong("sourcePosition"),
                stored.getString("type"),
                stored.getString("error"),
                stored.getString("at"),
                stored.getString("parkedAt"));
    }

    Document document() {
        return new Document("_id", id)
                .append("processor", processor)
                .append("handler", handler)
                .append("key", key)
                .append("origin", origin.stored())
                .append("position", position)
                .append("source", source)
                .append("sourcePosition", sourcePosition)
                .append("type", type)
                .append("error", error)
                .append("at", at)
                .append("parkedAt", parkedAt);
    }
}
