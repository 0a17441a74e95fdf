package org.zhengyou.log;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.BsonDateTime;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * The events that were appended together, and the document that holds them: <code>
 * {_id: first position, n: events, at: recordedAt, g: [every tag], h: hash,
 *   e: [{i: id, t: type, v: version, f: effectiveAt in microseconds, g: [tags], m: {metadata},
 *        p: payload}]}</code>
 */
final class Transaction {
    private final List<StoredEvent> events;
    private final byte[] hash;

    Transaction(List<StoredEvent> events, byte[] hash) {
        this.events = events;
        this.hash = hash;
    }

    List<StoredEvent> events() {
        return events;
    }

    byte[] hash() {
        return hash;
    }

    long first() {
        return events.getFirst().position();
    }

    Head head() {
        StoredEvent last = events.getLast();
        return new Head(last.position(), hash, last.recordedAt().toEpochMilli());
    }

    Document document() {
        Set<String> tags = new TreeSet<>();
        events.forEach(event -> tags.addAll(event.tags()));
        return new Document("_id", first())
                .append("n", events.size())
                .append("at", new BsonDateTime(events.getFirst().recordedAt().toEpochMilli()))
                .append("g", new ArrayList<>(tags))
                .append("e", events.stream().map(Transaction::document).toList())
                .append("h", new Binary(hash));
    }

    private static Document document(StoredEvent event) {
        return new Document("i", event.id())
                .append("t", event.type())
                .append("v", event.version())
                .append("f", Chain.micros(event.effectiveAt()))
                .append("g", event.tags().stream().sorted().toList())
                .append("m", new Document(new LinkedHashMap<>(event.metadata())))
                .append("p", event.payload());
    }

    /**
     * Reads what {@link #document()} wrote.
     *
     * @throws CorruptLogException if the document is no transaction
     */
    static Transaction of(Document document) {
        long first = document.get("_id") instanceof Long id ? id : -1;
        try {
            return read(first, document);
        } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
            throw new CorruptLogException(first, "no transaction: " + e.getMessage());
        }
    }

    private static Transaction read(long first, Document document) {
        Date at = document.get("at", Date.class);
        List<Document> stored = document.getList("e", Document.class);
        List<StoredEvent> events = new ArrayList<>(stored.size());
        for (Document event : stored) {
            events.add(event(event, first + events.size(), at));
        }
        byte[] hash = document.get("h", Binary.class).getData();
        boolean counted = Integer.valueOf(events.size()).equals(document.getInteger("n"));
        if (first < 1 || events.isEmpty() || !counted || hash.length != Chain.HASH_BYTES) {
            throw new IllegalArgumentException("position, number of events or hash is wrong");
        }
        Set<String> union =
                events.stream().flatMap(e -> e.tags().stream()).collect(Collectors.toSet());
        if (!union.equals(new HashSet<>(document.getList("g", String.class)))) {
            throw new IllegalArgumentException("its tags are not those of its events");
        }
        return new Transaction(events, hash);
    }

    private static StoredEvent event(Document event, long position, Date at) {
        Map<String, String> metadata = new LinkedHashMap<>();
        event.get("m", Document.class).forEach((key, value) -> metadata.put(key, (String) value));
        return new StoredEvent(
                position,
                at.toInstant(),
                text(event, "i"),
                text(event, "t"),
                text(event, "v"),
                Chain.instant(event.getLong("f")),
                Set.copyOf(event.getList("g", String.class)),
                metadata,
                text(event, "p"));
    }

    private static String text(Document event, String field) {
        String text = event.getString(field);
        if (text == null) {
            throw new IllegalArgumentException("an event has no " + field);
        }
        return text;
    }
}
