package org.zhengyou.embedded.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;

/** Clients that write until the server dies under them, and note what was acknowledged. */
final class CrashWriters {
    static final int TAGS = 7;

    private CrashWriters() {}

    /** Settings of a client that gives up soon once the server is gone. */
    static MongoClientSettings impatient(String address) {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(address))
                .applyToClusterSettings(c -> c.serverSelectionTimeout(500, TimeUnit.MILLISECONDS))
                .retryWrites(false)
                .build();
    }

    /** Writes with several threads, kills after enough acknowledgements, returns all of them. */
    static List<Long> write(
            MongoCollection<Document> collection,
            int writers,
            int round,
            int enough,
            Runnable kill) {
        AtomicInteger count = new AtomicInteger();
        List<Future<List<Long>>> running = new ArrayList<>();
        List<Long> acknowledged = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int w = 0; w < writers; w++) {
                long first = round * 1_000_000L + w * 100_000L;
                Callable<List<Long>> writer = () -> writeOn(collection, first, count, enough, kill);
                running.add(threads.submit(writer));
            }
            for (Future<List<Long>> one : running) {
                acknowledged.addAll(one.get());
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return acknowledged;
    }

    private static List<Long> writeOn(
            MongoCollection<Document> collection,
            long first,
            AtomicInteger count,
            int enough,
            Runnable kill) {
        List<Long> acknowledged = new ArrayList<>();
        try {
            for (long id = first; ; id += 3) {
                List<Document> batch = List.of(document(id), document(id + 1), document(id + 2));
                collection.insertMany(batch);
                batch.forEach(d -> acknowledged.add(d.getLong("_id")));
                if (count.incrementAndGet() == enough) {
                    kill.run();
                }
            }
        } catch (MongoException dead) {
            return acknowledged;
        }
    }

    private static Document document(long id) {
        return new Document("_id", id)
                .append("g", List.of("tag=" + id % TAGS, "tag=" + id % 3))
                .append("u", "unique " + id)
                .append("text", "x".repeat(300));
    }
}
