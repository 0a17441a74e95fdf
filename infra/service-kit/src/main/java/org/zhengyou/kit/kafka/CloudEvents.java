package org.zhengyou.kit.kafka;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.runtime.EventMetadata;
import org.zhengyou.log.Chain;
import org.zhengyou.log.StoredEvent;

/**
 * Events as Kafka records: CloudEvents 1.0 in binary mode. The value is the JSON text as it lies in
 * the log; position, times and metadata are extension attributes.
 */
final class CloudEvents {
    static final String POSITION = "ce_position";
    private static final String LOG = "ce_log";
    private static final String LEAF = "ce_leaf";
    private static final String SOURCE_PREFIX = "/zhengyou/";
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private CloudEvents() {}

    /**
     * The record of an own event.
     *
     * @param log identity of the log that it lies in
     */
    static ProducerRecord<String, String> record(
            String service, String entity, String log, StoredEvent event) {
        ProducerRecord<String, String> record =
                new ProducerRecord<>(EventTopics.of(service), entity, event.payload());
        Headers headers = record.headers();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", event.id());
        put(headers, "ce_source", SOURCE_PREFIX + service);
        put(headers, "ce_type", event.type());
        put(headers, "ce_time", event.recordedAt().toString());
        put(headers, "ce_typeversion", event.version());
        put(headers, POSITION, Long.toString(event.position()));
        put(headers, LOG, log);
        put(headers, LEAF, Chain.leafHex(event));
        put(headers, "ce_effectiveat", event.effectiveAt().toString());
        put(headers, "ce_recordedat", event.recordedAt().toString());
        put(headers, "content-type", "application/json");
        for (String key : EventMetadata.PUBLISHED) {
            String value = event.metadata().get(key);
            if (value != null) put(headers, "ce_" + key, value);
        }
        return record;
    }

    /**
     * Reads a record.
     *
     * @throws IllegalArgumentException if it is not one of ours
     */
    static Received read(ConsumerRecord<String, String> record) {
        try {
            return new Received(
                    source(record),
                    position(record),
                    log(record),
                    leaf(record),
                    text(record, "ce_id"),
                    text(record, "ce_type"),
                    text(record, "ce_typeversion"),
                    record.key() == null ? text(record, "ce_id") : record.key(),
                    Instant.parse(text(record, "ce_effectiveat")),
                    Instant.parse(text(record, "ce_recordedat")),
                    metadata(record),
                    record.value() == null ? "" : record.value());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a time that is none", e);
        }
    }

    /** Position of the event in its source's log; cheap, for records nobody reads any further. */
    static long position(ConsumerRecord<String, String> record) {
        long position = Long.parseLong(text(record, POSITION));
        if (position < 1) throw new IllegalArgumentException("no position");
        return position;
    }

    /** The identity of the log that the event lies in. */
    static String log(ConsumerRecord<String, String> record) {
        return hash(record, LOG);
    }

    /** The leaf of the event in that log. */
    static String leaf(ConsumerRecord<String, String> record) {
        return hash(record, LEAF);
    }

    private static String hash(ConsumerRecord<String, String> record, String header) {
        String hash = text(record, header);
        if (!HASH.matcher(hash).matches()) throw new IllegalArgumentException("no " + header);
        return hash;
    }

    /** The position that the record says it has; 0 if it says none. */
    static long saidPosition(ConsumerRecord<String, String> record) {
        try {
            return position(record);
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    /** The stored name that the record says it has; empty if it says none. */
    static String saidType(ConsumerRecord<String, String> record) {
        String type = find(record, "ce_type");
        return type == null ? "" : type;
    }

    /** The stored name of the event. */
    static String type(ConsumerRecord<String, String> record) {
        return text(record, "ce_type");
    }

    private static String source(ConsumerRecord<String, String> record) {
        String source = text(record, "ce_source");
        if (!source.startsWith(SOURCE_PREFIX)) throw new IllegalArgumentException("no source");
        return source.substring(SOURCE_PREFIX.length());
    }

    private static Map<String, String> metadata(ConsumerRecord<String, String> record) {
        Map<String, String> metadata = new HashMap<>();
        for (String key : EventMetadata.PUBLISHED) {
            String value = find(record, "ce_" + key);
            if (value != null) metadata.put(key, value);
        }
        return metadata;
    }

    private static String text(ConsumerRecord<String, String> record, String header) {
        String text = find(record, header);
        if (text == null) throw new IllegalArgumentException("no " + header);
        return text;
    }

    private static @Nullable String find(ConsumerRecord<String, String> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
