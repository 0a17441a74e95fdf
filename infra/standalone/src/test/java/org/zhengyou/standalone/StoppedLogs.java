package org.zhengyou.standalone;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.zhengyou.embedded.mongo.Durability;
import org.zhengyou.embedded.mongo.EmbeddedMongo;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.personal.PersonalKeys;
import org.zhengyou.kit.runtime.EventCodec;
import org.zhengyou.kit.runtime.EventNames;
import org.zhengyou.log.Chain;
import org.zhengyou.log.ChainHead;
import org.zhengyou.log.Condition;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.LogOptions;
import org.zhengyou.log.NewEvent;
import org.zhengyou.log.StoredEvent;
import org.zhengyou.log.StoredHeads;

/** The logs of a data folder on which no platform runs, read without any service. */
final class StoppedLogs implements AutoCloseable {
    private static final int PAGE = 10_000;

    private final Path data;
    private final EmbeddedMongo mongo;
    private final MongoClient client;

    private StoppedLogs(Path data) {
        this.data = data;
        this.mongo = EmbeddedMongo.start(data.resolve("mongo"), 0, Durability.COMMIT);
        this.client = MongoClients.create(mongo.connectionString());
    }

    static StoppedLogs in(Path data) {
        return new StoppedLogs(data);
    }

    MongoClient client() {
        return client;
    }

    MongoDatabase database(String service) {
        return client.getDatabase(service);
    }

    /** A service's own events. */
    List<StoredEvent> log(String service) {
        return read(service, "log");
    }

    /** What it learned from others. */
    List<StoredEvent> inbox(String service) {
        return read(service, "inbox");
    }

    /**
     * Appends to an inbox, whose chain goes on as it should, what it has received last of a source,
     * with something else in one place.
     *
     * @param part a key of the metadata, or the payload
     */
    void forge(String service, String source, String part, String value) {
        LogOptions alone = LogOptions.defaults().polling(java.time.Duration.ZERO);
        try (EventLog inbox = EventLog.open(database(service).getCollection("inbox"), alone)) {
            StoredEvent last =
                    all(inbox).reversed().stream()
                            .filter(e -> source.equals(e.metadata().get(EventCodec.SOURCE)))
                            .findFirst()
                            .orElseThrow();
            Map<String, String> metadata = new HashMap<>(last.metadata());
            boolean isPayload = part.equals("payload");
            if (!isPayload) metadata.put(part, value);
            inbox.append(
                    List.of(
                            new NewEvent(
                                    "forged",
                                    last.type(),
                                    last.version(),
                                    last.effectiveAt(),
                                    last.tags(),
                                    metadata,
                                    isPayload ? value : last.payload())),
                    Condition.none());
        }
    }

    /**
     * Says otherwise what the last event of a log says, and makes the hash fit, which takes no key.
     */
    void rewriteLast(String service, String payload) {
        MongoCollection<Document> log = database(service).getCollection("log");
        List<StoredEvent> events = log(service);
        StoredEvent last = events.getLast();
        Document document = log.find(eq("_id", last.position())).first();
        if (document == null || events.size() < 2)
            throw new IllegalStateException("the last transaction has one event, not the first");
        ChainHead before = StoredHeads.at(log, last.position() - 1);
        StoredEvent changed =
                new StoredEvent(
                        last.position(),
                        last.recordedAt(),
                        last.id(),
                        last.type(),
                        last.version(),
                        last.effectiveAt(),
                        last.tags(),
                        last.metadata(),
                        payload);
        byte[] hash = Chain.next(before.hash(), List.of(Chain.leaf(changed)));
        log.updateOne(
                eq("_id", last.position()),
                combine(set("e.0.p", payload), set("h", new Binary(hash))));
    }

    /** How many events of each type there are in all logs. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        for (Service service : Platform.allServices())
            counts.putAll(byType("", log(service.name())));
        return counts;
    }

    /** How many facts of each type each service learned from others. */
    Map<String, Long> learned() {
        Map<String, Long> counts = new TreeMap<>();
        for (Service service : Platform.allServices())
            counts.putAll(byType(service.name() + " <- ", inbox(service.name())));
        return counts;
    }

    private static Map<String, Long> byType(String prefix, List<StoredEvent> events) {
        return events.stream()
                .collect(Collectors.groupingBy(e -> prefix + e.type(), Collectors.counting()));
    }

    /** Reads a service's events as that service does. */
    EventCodec codec(Service service) {
        @Nullable PersonalKeys keys =
                service.opensPersonalData()
                        ? new PersonalKeys(
                                database(service.name()).getCollection("keys"),
                                data.resolve("keys/master.json"))
                        : null;
        return new EventCodec(service.name(), EventNames.of(service), Json.stored(keys));
    }

    private List<StoredEvent> read(String service, String name) {
        LogOptions alone = LogOptions.defaults().polling(java.time.Duration.ZERO);
        try (EventLog log = EventLog.open(database(service).getCollection(name), alone)) {
            return all(log);
        }
    }

    /** Every event of a log, in order. */
    static List<StoredEvent> all(EventLog log) {
        List<StoredEvent> all = new ArrayList<>();
        List<StoredEvent> page = log.page(0, PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = log.page(all.size(), PAGE);
        }
        return all;
    }

    @Override
    public void close() {
        client.close();
        mongo.close();
    }
}
