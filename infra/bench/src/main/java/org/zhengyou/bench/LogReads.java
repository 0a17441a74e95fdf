package org.zhengyou.bench;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;
import org.zhengyou.bench.subject.Worker.Task;
import org.zhengyou.bench.subject.Writers;
import org.zhengyou.log.Criteria;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.LogOptions;
import org.zhengyou.log.LogVerifier;
import org.zhengyou.log.Progress;
import org.zhengyou.log.StoredEvent;
import org.zhengyou.log.VerifyReport;

/** Reads a log that has a long history, and the same with a bare cursor. */
final class LogReads {
    /** Events a reader of the platform asks for at a time. */
    private static final int PAGE = 1_000;

    private static final int CACHED = 1_000;

    private final MongoDatabase database;
    private long replayed;
    private long scanned;

    LogReads(MongoDatabase database) {
        this.database = database;
    }

    Map<String, Task> tasks() {
        return Map.of(
                "load", words -> load(words.get(0), words.get(1), Integer.parseInt(words.get(2))),
                "load-cached",
                        words -> cached(words.get(0), words.get(1), Integer.parseInt(words.get(2))),
                "replay", words -> replay(words.get(0), Double.parseDouble(words.get(1))),
                "cursor", words -> cursor(words.get(0), Double.parseDouble(words.get(1))),
                "poll", words -> poll(words.get(0), Integer.parseInt(words.get(1))),
                "ask", words -> ask(words.get(0), Integer.parseInt(words.get(1))),
                "verify", words -> verify(words.get(0)));
    }

    private EventLog open(String log) {
        return EventLog.open(database, log, LogOptions.defaults());
    }

    /** So many events, or times that something was done. */
    private static Map<String, Double> result(long events, long begun) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        return Map.of(Writers.EVENTS, (double) events, Writers.SECONDS, seconds);
    }

    private Map<String, Double> load(String name, String entity, int times) {
        try (EventLog log = open(name)) {
            Criteria boundary = Criteria.tagged("entity=" + entity);
            long begun = System.nanoTime();
            for (int i = 0; i < times; i++) some(log.read(boundary, 0, Long.MAX_VALUE).size());
            return result(times, begun);
        }
    }

    /** A state, here the number of its events, and the position up to which it is known. */
    private record Known(long state, long position) {}

    /** As a command finds the state of its boundary: from memory, and what came since. */
    private Map<String, Double> cached(String name, String entity, int times) {
        Criteria boundary = Criteria.tagged("entity=" + entity);
        Cache<String, Known> states = Caffeine.newBuilder().maximumSize(CACHED).build();
        try (EventLog log = open(name)) {
            recall(log, boundary, states, entity);
            long begun = System.nanoTime();
            for (int i = 0; i < times; i++) some(recall(log, boundary, states, entity).state());
            return result(times, begun);
        }
    }

    private static void some(long events) {
        if (events == 0) throw new IllegalStateException("nobody knows that entity");
    }

    private static void none(long events) {
        if (events > 0) throw new IllegalStateException("that was not the head");
    }

    private static Known recall(
            EventLog log, Criteria boundary, Cache<String, Known> states, String key) {
        Known known = states.getIfPresent(key);
        if (known == null) known = new Known(0, 0);
        long head = log.head();
        long state = known.state() + log.read(boundary, known.position(), head).size();
        Known now = new Known(state, head);
        states.put(key, now);
        return now;
    }

    /** Goes on where the last call ended, from the beginning again after the end. */
    private Map<String, Double> replay(String name, double seconds) {
        try (EventLog log = open(name)) {
            long begun = System.nanoTime();
            long until = begun + (long) (seconds * 1e9);
            long events = 0;
            while (System.nanoTime() < until) {
                List<StoredEvent> page = log.page(replayed, PAGE);
                replayed = page.isEmpty() ? 0 : page.getLast().position();
                events += page.size();
            }
            return result(events, begun);
        }
    }

    /** The same with one cursor and nothing around it. */
    private Map<String, Double> cursor(String name, double seconds) {
        MongoCollection<Document> log = database.getCollection(name);
        long begun = System.nanoTime();
        long until = begun + (long) (seconds * 1e9);
        long events = 0;
        while (System.nanoTime() < until) {
            try (MongoCursor<Document> cursor = after(log, scanned)) {
                while (cursor.hasNext() && System.nanoTime() < until) {
                    List<StoredEvent> decoded = decoded(cursor.next());
                    scanned = decoded.getLast().position();
                    events += decoded.size();
                }
                if (System.nanoTime() < until) scanned = 0;
            }
        }
        return result(events, begun);
    }

    private static MongoCursor<Document> after(MongoCollection<Document> log, long position) {
        return log.find(Filters.gt("_id", position))
                .sort(Sorts.ascending("_id"))
                .batchSize(PAGE)
                .cursor();
    }

    private static List<StoredEvent> decoded(Document transaction) {
        long first = transaction.getLong("_id");
        Instant at = transaction.get("at", Date.class).toInstant();
        if (transaction.get("h", Binary.class) == null) throw new IllegalStateException("no hash");
        return transaction.getList("e", Document.class).stream()
                .map(
                        event ->
                                new StoredEvent(
                                        first,
                                        at,
                                        event.getString("i"),
                                        event.getString("t"),
                                        event.getString("v"),
                                        Instant.ofEpochMilli(event.getLong("f") / 1_000),
                                        Set.copyOf(event.getList("g", String.class)),
                                        metadata(event),
                                        event.getString("p")))
                .toList();
    }

    private static Map<String, String> metadata(Document event) {
        Map<String, String> metadata = new LinkedHashMap<>();
        event.get("m", Document.class).forEach((key, value) -> metadata.put(key, (String) value));
        return metadata;
    }

    /** A reader in the process that appends. */
    private Map<String, Double> poll(String name, int times) {
        try (EventLog log = open(name)) {
            long begun = System.nanoTime();
            for (int i = 0; i < times; i++) none(log.page(log.head(), PAGE).size());
            return result(times, begun);
        }
    }

    /** What a log asks for now and then in case that another process appended. */
    private Map<String, Double> ask(String name, int times) {
        MongoCollection<Document> log = database.getCollection(name);
        Document last = log.find().sort(Sorts.descending("_id")).limit(1).first();
        long head = last == null ? 0 : last.getLong("_id");
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++)
            try (MongoCursor<Document> cursor = after(log, head)) {
                none(cursor.hasNext() ? 1 : 0);
            }
        return result(times, begun);
    }

    private Map<String, Double> verify(String name) {
        long begun = System.nanoTime();
        VerifyReport report = LogVerifier.verify(database.getCollection(name), Progress.none());
        if (!report.intact()) throw new IllegalStateException(report.toString());
        return result(report.events(), begun);
    }
}
