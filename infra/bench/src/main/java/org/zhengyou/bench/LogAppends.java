package org.zhengyou.bench;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonDateTime;
import org.bson.Document;
import org.bson.types.Binary;
import org.zhengyou.bench.subject.Entities;
import org.zhengyou.bench.subject.Sample;
import org.zhengyou.bench.subject.Worker.Task;
import org.zhengyou.bench.subject.Writers;
import org.zhengyou.bench.subject.Writers.Write;
import org.zhengyou.log.Condition;
import org.zhengyou.log.Criteria;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.LogOptions;
import org.zhengyou.log.NewEvent;
import org.zhengyou.log.StoredEvent;

/** Appends to a log, and the bare driver's inserts of the same documents into the same indexes. */
final class LogAppends {
    /** Documents of a bare insertMany: as many as there are writers in the largest measurement. */
    static final int BATCH = 64;

    /** Half of them: while these are written, the other half's callers make up their next ones. */
    static final int HALF = BATCH / 2;

    /** Events written at a time. */
    static final String TOGETHER = "together";

    private static final int LAST = 2_000;
    private static final int IN_FLIGHT = 2_000;
    private static final byte[] HASH = new byte[32];

    private final MongoDatabase database;
    private final AtomicLong next = new AtomicLong();
    private final Entities entities = new Entities(BATCH);

    LogAppends(MongoDatabase database) {
        this.database = database;
    }

    Map<String, Task> tasks() {
        return Map.of(
                "append", words -> appendFor(words.get(0), number(words, 1), seconds(words)),
                "append-unhashed",
                        words ->
                                Unhashed.during(
                                        () ->
                                                appendFor(
                                                        "unhashed",
                                                        number(words, 1),
                                                        seconds(words))),
                "append-times",
                        words -> appendTimes(words.get(0), number(words, 1), number(words, 2)),
                "fill", words -> fill(words.get(0), number(words, 1)),
                "drop", words -> drop(words.get(0)),
                "insert-one", inserting("ones", this::insertOne),
                "insert-many", inserting("batches", insertMany(BATCH)),
                "insert-half", inserting("halves", insertMany(HALF)));
    }

    private Task inserting(String name, Insert insert) {
        return words -> insert(name, number(words, 1), seconds(words), insert);
    }

    private static int number(List<String> words, int at) {
        return Integer.parseInt(words.get(at));
    }

    private static double seconds(List<String> words) {
        return Double.parseDouble(words.get(2));
    }

    private EventLog open(String log) {
        return EventLog.open(database, log, LogOptions.defaults());
    }

    private Map<String, Double> appendFor(String name, int writers, double seconds) {
        try (EventLog log = open(name)) {
            return told(log, writers, Writers.during(seconds, writers, appending(log, writers)));
        }
    }

    private Map<String, Double> appendTimes(String name, int writers, int times) {
        try (EventLog log = open(name)) {
            return told(log, writers, Writers.times(times, writers, appending(log, writers)));
        }
    }

    /**
     * With how many events were written at a time: those have the same recording time, but so have
     * two writes in the same millisecond; there are no more than writers.
     */
    private static Map<String, Double> told(
            EventLog log, int writers, Map<String, Double> figures) {
        List<StoredEvent> last = log.page(Math.max(0, log.head() - LAST), LAST);
        double writes = last.stream().map(StoredEvent::recordedAt).distinct().count();
        Map<String, Double> told = new HashMap<>(figures);
        told.put(TOGETHER, Math.min(writers, last.size() / Math.max(1, writes)));
        return told;
    }

    /** Each writer appends to entities of its own, on condition that nobody else did meanwhile. */
    private Write appending(EventLog log, int writers) {
        Entity[] entities = new Entity[writers];
        return writer -> {
            Entity entity = entities[writer];
            if (entity == null || entity.events == Sample.PER_ENTITY)
                entity = entities[writer] = new Entity(log.head());
            entity.append(log, next.getAndIncrement());
            return 1;
        };
    }

    private static final class Entity {
        private final String id = UUID.randomUUID().toString();
        private final Criteria boundary = Criteria.tagged("entity=" + id);
        private long known;
        private int events;

        Entity(long known) {
            this.known = known;
        }

        void append(EventLog log, long n) {
            known = log.append(List.of(event(id, n)), new Condition(boundary, known));
            events++;
        }
    }

    static NewEvent event(String entity, long n) {
        return new NewEvent(
                UUID.randomUUID().toString(),
                Sample.TYPE,
                "1",
                Instant.now(),
                Set.of("entity=" + entity),
                Sample.metadata(n),
                Sample.json(n));
    }

    /** Appends until the log has so many events; event n is about {@code Sample.entity(n)}. */
    private Map<String, Double> fill(String name, int events) {
        try (EventLog log = open(name)) {
            ArrayDeque<CompletableFuture<Long>> running = new ArrayDeque<>();
            long begun = System.nanoTime();
            long from = log.head();
            for (long n = from; n < events; n++) {
                running.add(log.appendAsync(List.of(event(Sample.entity(n), n)), Condition.none()));
                if (running.size() == IN_FLIGHT) running.remove().join();
            }
            running.forEach(CompletableFuture::join);
            double seconds = (System.nanoTime() - begun) / 1e9;
            return Map.of(Writers.EVENTS, (double) (log.head() - from), Writers.SECONDS, seconds);
        }
    }

    private Map<String, Double> drop(String name) {
        database.getCollection(name).drop();
        return Map.of();
    }

    private Map<String, Double> insert(String name, int writers, double seconds, Insert insert) {
        MongoCollection<Document> raw =
                database.getCollection(name)
                        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        raw.createIndex(Indexes.ascending("g", "_id"));
        Document last = raw.find().sort(new Document("_id", -1)).limit(1).first();
        AtomicLong ids = new AtomicLong(last == null ? 0 : last.getLong("_id"));
        return Writers.during(seconds, writers, writer -> insert.into(raw, writer, ids));
    }

    @FunctionalInterface
    private interface Insert {
        int into(MongoCollection<Document> raw, int writer, AtomicLong ids);
    }

    private int insertOne(MongoCollection<Document> raw, int writer, AtomicLong ids) {
        raw.insertOne(document(writer, ids.incrementAndGet()));
        return 1;
    }

    /** Of as many entities as if each document were another writer's. */
    private Insert insertMany(int batch) {
        return (raw, writer, ids) -> {
            List<Document> documents = new ArrayList<>(batch);
            for (int i = 0; i < batch; i++) documents.add(document(i, ids.incrementAndGet()));
            raw.insertMany(documents);
            return batch;
        };
    }

    /** As the log stores an event, but for a hash that nobody computed. */
    private Document document(int writer, long id) {
        List<String> tags = List.of("entity=" + entities.next(writer));
        Document event =
                new Document("i", UUID.randomUUID().toString())
                        .append("t", Sample.TYPE)
                        .append("v", "1")
                        .append("f", System.currentTimeMillis() * 1_000)
                        .append("g", tags)
                        .append("m", new Document(Map.copyOf(Sample.metadata(id))))
                        .append("p", Sample.json(id));
        return new Document("_id", id)
                .append("n", 1)
                .append("at", new BsonDateTime(System.currentTimeMillis()))
                .append("g", tags)
                .append("e", List.of(event))
                .append("h", new Binary(HASH));
    }
}
