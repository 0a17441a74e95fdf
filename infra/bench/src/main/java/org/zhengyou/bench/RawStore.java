package org.zhengyou.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Sorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.zhengyou.embedded.mongo.Durability;
import org.zhengyou.embedded.mongo.EmbeddedMongo;
import org.zhengyou.log.Condition;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.LogOptions;
import org.zhengyou.log.NewEvent;
import org.zhengyou.log.StoredEvent;

/** What a platform has stored, stored again by nothing but the log and the embedded server. */
final class RawStore implements AutoCloseable {
    private static final int SAMPLE = 500;
    private static final LogOptions OPTIONS = LogOptions.defaults().polling(Duration.ZERO);

    private final EmbeddedMongo mongo;
    private final MongoClient client;
    private int next;

    /** On this folder; on an empty one everything is measured, a platform's is only read. */
    RawStore(Path folder) {
        mongo = EmbeddedMongo.start(folder, 0, Durability.COMMIT);
        client = MongoClients.create(mongo.connectionString());
    }

    /** The last events of this service. */
    List<StoredEvent> events(String service) {
        try (EventLog log = EventLog.open(client.getDatabase(service), "log", OPTIONS)) {
            return log.page(Math.max(0, log.head() - SAMPLE), SAMPLE);
        }
    }

    /** The last rows of this view. */
    List<Document> rows(String service, String view) {
        MongoCollection<Document> rows = client.getDatabase(service).getCollection("rows");
        return rows.find(Filters.regex("_id", "^" + view))
                .sort(Sorts.descending("_id"))
                .limit(SAMPLE)
                .into(new ArrayList<>());
    }

    /** So many rows of this view, in the order of their keys; all of them if there are fewer. */
    List<Document> rows(String service, String view, int most) {
        return client.getDatabase(service)
                .getCollection("rows")
                .find(Filters.regex("_id", "^" + view + "_[0-9]+/"))
                .sort(Sorts.ascending("_id"))
                .limit(most)
                .into(new ArrayList<>());
    }

    /** The collection of rows, empty, with the indexes that it has in a platform. */
    MongoCollection<Document> emptyRows() {
        MongoCollection<Document> rows = client.getDatabase("raw").getCollection("rows");
        rows.createIndex(Indexes.ascending("x", "_id"));
        rows.createIndex(Indexes.ascending("d"), new IndexOptions().sparse(true));
        return rows;
    }

    /** A log on an empty collection. */
    EventLog log(String name) {
        MongoDatabase database = client.getDatabase("raw");
        return EventLog.open(database, name, OPTIONS);
    }

    /** So many transactions of one event each, all waiting at the same time. */
    int appendSideBySide(EventLog log, List<StoredEvent> events, int n) {
        CompletableFuture<?>[] all = new CompletableFuture<?>[n];
        for (int i = 0; i < n; i++)
            all[i] = log.appendAsync(List.of(anew(events)), Condition.none());
        CompletableFuture.allOf(all).join();
        return n;
    }

    /** One transaction of so many events. */
    int appendTogether(EventLog log, List<StoredEvent> events, int n) {
        List<NewEvent> some = new ArrayList<>();
        for (int i = 0; i < n; i++) some.add(anew(events));
        log.append(some, Condition.none());
        return n;
    }

    private NewEvent anew(List<StoredEvent> events) {
        StoredEvent one = events.get(next++ % events.size());
        return new NewEvent(
                UUID.randomUUID().toString(),
                one.type(),
                one.version(),
                one.effectiveAt(),
                one.tags(),
                one.metadata(),
                one.payload());
    }

    /** Looks for so many rows, which are not there, and writes them in one request. */
    int writeRows(List<Document> rows, int n) {
        MongoCollection<Document> collection = client.getDatabase("raw").getCollection("rows");
        List<Document> some = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Document row = new Document(rows.get(next % rows.size()));
            row.put("_id", "raw/" + next++);
            some.add(row);
        }
        List<Object> ids = some.stream().map(row -> row.get("_id")).toList();
        if (collection.find(Filters.in("_id", ids)).first() != null)
            throw new IllegalStateException("written before");
        collection.bulkWrite(
                some.stream().map(InsertOneModel::new).toList(),
                new BulkWriteOptions().ordered(false));
        return n;
    }

    @Override
    public void close() {
        client.close();
        mongo.close();
    }
}
