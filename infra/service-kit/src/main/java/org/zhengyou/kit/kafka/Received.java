package org.zhengyou.kit.kafka;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.zhengyou.kit.runtime.EventCodec;
import org.zhengyou.kit.streaming.EntityKeys;
import org.zhengyou.log.NewEvent;

/**
 * An event of another service as it comes from Kafka.
 *
 * @param source the service
 * @param position its position in that service's log
 * @param log identity of that log
 * @param leaf its leaf there
 * @param id the event's id
 * @param type its stored name
 * @param version of its shape
 * @param entity the entity it is about
 * @param effectiveAt when it is true
 * @param recordedAt when the source recorded it
 * @param metadata what the source publishes of the event's envelope
 * @param payload its JSON text, as the source stored it
 */
record Received(
        String source,
        long position,
        String log,
        String leaf,
        String id,
        String type,
        String version,
        String entity,
        Instant effectiveAt,
        Instant recordedAt,
        Map<String, String> metadata,
        String payload) {

    /** As it goes into the inbox. */
    NewEvent forInbox() {
        Map<String, String> all = new HashMap<>(metadata);
        all.put(EventCodec.SOURCE, source);
        all.put(EventCodec.SOURCE_POSITION, Long.toString(position));
        all.put(EventCodec.SOURCE_LOG, log);
        all.put(EventCodec.SOURCE_LEAF, leaf);
        all.put(EventCodec.SOURCE_RECORDED_AT, recordedAt.toString());
        return new NewEvent(
                id,
                type,
                version,
                effectiveAt,
                Set.of(EntityKeys.inboxTag(source, entity)),
                all,
                payload);
    }
}
