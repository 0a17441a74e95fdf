package org.zhengyou.embedded.mongo;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.embedded.ChildJvm;

/**
 * The oracle is what the clients were told before the server was killed. {@code -Dseed=…} writes
 * the same again and kills after as many answers.
 */
@Timeout(240)
class CrashTest {
    private static final int CONNECTING = 60;
    private static final int WRITERS = 4;

    @TempDir Path folder;

    @Test
    void what_was_acknowledged_stays_and_nothing_is_torn_however_often_the_server_is_killed()
            throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("kills of the server with -Dseed=" + seed);
        Random random = new Random(seed);
        List<CrashWriter> writers = writers(seed);
        for (int round = 0; round < 10; round++) {
            Durability durability = round % 2 == 0 ? Durability.COMMIT : Durability.FSYNC;
            writeUntilKilled(durability.name(), writers, 40 + random.nextInt(400));
            assertThat(faults(writers)).as("round %s, seed %s", round, seed).isEmpty();
        }
        assertThat(writers.stream().mapToInt(CrashWriter::documents).sum()).isGreaterThan(300);
    }

    @Test
    void the_check_notices_a_server_that_acknowledges_before_it_writes() throws Exception {
        List<CrashWriter> writers = writers(2010);
        writeUntilKilled("FORGETFUL", writers, 200);
        assertThat(faults(writers)).isNotEmpty();
    }

    @Test
    void the_check_notices_an_entry_that_is_missing_and_one_that_leads_nowhere() throws Exception {
        List<CrashWriter> writers = writers(2010);
        writeUntilKilled("COMMIT", writers, 40);
        assertThat(faults(writers)).isEmpty();
        tamper(maps -> maps.index("index.crash.log.n_-1").remove(firstKey(maps)));
        assertThat(faults(writers)).hasSize(2).allMatch(fault -> fault.contains("'n'"));
        tamper(maps -> maps.index("index.crash.log.u_1").put(new byte[] {127}, -1L));
        assertThat(faults(writers)).hasSize(3);
    }

    private static byte[] firstKey(StoredMaps maps) {
        return maps.index("index.crash.log.n_-1").firstKey();
    }

    private void tamper(Consumer<StoredMaps> change) {
        try (MVStore store = MVStore.open(folder.resolve("documents.mv").toString())) {
            change.accept(new StoredMaps(store));
        }
    }

    private static List<CrashWriter> writers(long seed) {
        return IntStream.range(0, WRITERS).mapToObj(i -> new CrashWriter(i, seed)).toList();
    }

    /** The server dies when it has given so many answers. */
    private void writeUntilKilled(String persistence, List<CrashWriter> writers, int enough)
            throws InterruptedException, ExecutionException {
        AtomicInteger answers = new AtomicInteger();
        try (ChildJvm child = ChildJvm.start(ServerProcess.class, folder.toString(), persistence);
                MongoClient client = MongoClients.create(impatient(child.answer("ready")));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            awaitConnected(client);
            MongoCollection<Document> collection = collection(client);
            collection.createIndex(Indexes.ascending("g", "_id"));
            collection.createIndex(Indexes.ascending("u"), new IndexOptions().unique(true));
            collection.createIndex(Indexes.descending("n"));
            Runnable answered =
                    () -> {
                        if (answers.incrementAndGet() == enough) {
                            child.kill();
                        }
                    };
            List<Future<?>> running = new ArrayList<>();
            for (CrashWriter writer : writers) {
                running.add(threads.submit(() -> writer.write(collection, answered)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    /** A busy machine may take longer to connect than the client is patient. */
    private static void awaitConnected(MongoClient client) {
        MongoTimeoutException last = null;
        for (int i = 0; i < CONNECTING; i++) {
            try {
                client.getDatabase("admin").runCommand(new Document("ping", 1));
                return;
            } catch (MongoTimeoutException e) {
                last = e;
            }
        }
        throw new IllegalStateException("no connection", last);
    }

    /** Settings of a client that gives up soon once the server is gone. */
    private static MongoClientSettings impatient(String address) {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(address))
                .applyToClusterSettings(c -> c.serverSelectionTimeout(500, TimeUnit.MILLISECONDS))
                .retryWrites(false)
                .build();
    }

    /** What is stored must be what the clients were told, and in the indexes, and nothing else. */
    private List<String> faults(List<CrashWriter> writers) {
        try (EmbeddedMongo server = EmbeddedMongo.start(folder, 0, Durability.COMMIT);
                MongoClient client = MongoClients.create(server.connectionString())) {
            MongoCollection<Document> collection = collection(client);
            List<Document> stored = collection.find().into(new ArrayList<>());
            List<String> faults = new ArrayList<>(IndexCheck.faults(server, collection, stored));
            TreeMap<Long, Document> byId =
                    stored.stream()
                            .collect(
                                    toMap(
                                            d -> d.getLong("_id"),
                                            d -> d,
                                            (a, b) -> a,
                                            TreeMap::new));
            writers.forEach(writer -> faults.addAll(writer.faults(byId)));
            return faults;
        }
    }

    private static MongoCollection<Document> collection(MongoClient client) {
        return client.getDatabase("crash").getCollection("log");
    }
}
