package org.zhengyou.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.projection.letters.Fragile;
import org.zhengyou.kit.runtime.Basis;
import org.zhengyou.kit.streaming.Lease;
import org.zhengyou.log.axon.LogTokenStore;

/** 1,200 rows are in the store, and keys without a row are asked for as well. */
class LookAllTest {
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final List<String> KEYS =
            IntStream.range(0, 1_300).mapToObj(i -> "k" + i).toList();

    @TempDir Path folder = Path.of("");
    private final Fragile view = new Fragile();
    private final AtomicInteger reads = new AtomicInteger();
    private TestStore server;
    private MongoClient client;
    private Lease lease;
    private Table<Fragile.Row> table;

    @BeforeEach
    void open() {
        server = new TestStore(folder);
        client =
                MongoClients.create(
                        MongoClientSettings.builder()
                                .applyConnectionString(new ConnectionString(server.uri()))
                                .addCommandListener(countingReadsOf("rows"))
                                .build());
        var database = client.getDatabase("look");
        var tokens =
                new LogTokenStore(
                        database.getCollection("tokens"), "one", LEASE, Clock.systemUTC());
        lease = new Lease(tokens, "worker", LEASE);
        RowStore store = new RowStore(database.getCollection("rows"));
        table = new Table<>("fragile_1", view, store, Json.tolerant(), lease, Clock.systemUTC());
        List<Document> rows = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) rows.add(table.document(row(i), new HashMap<>()));
        assertThat(store.write(List.of(), rows)).isEmpty();
        reads.set(0);
    }

    @AfterEach
    void close() {
        lease.stop();
        client.close();
        server.close();
    }

    @Test
    void many_rows_are_read_five_hundred_at_a_time() {
        Map<String, StoredRow<Fragile.Row>> all = table.findAll(KEYS);
        assertThat(reads).hasValue(3);
        assertThat(all.keySet()).containsExactlyElementsOf(KEYS);
    }

    @Test
    void each_of_them_is_the_row_that_it_is_when_looked_up_alone() {
        Map<String, StoredRow<Fragile.Row>> all = table.findAll(KEYS);
        for (int i : new int[] {0, 499, 500, 1_199})
            assertThat(all.get("k" + i)).isEqualTo(table.find("k" + i)).isEqualTo(row(i));
        assertThat(all.get("k1200"))
                .isEqualTo(table.find("k1200"))
                .isEqualTo(StoredRow.empty(view, "k1200"));
    }

    @Test
    void rows_in_memory_are_not_read_again() {
        lease.start();
        table.findAll(KEYS.subList(0, 600));
        reads.set(0);
        assertThat(table.findAll(KEYS.subList(0, 601)).get("k600")).isEqualTo(row(600));
        assertThat(reads).hasValue(1);
        table.findAll(KEYS.subList(0, 601));
        assertThat(reads).hasValue(1);
    }

    private StoredRow<Fragile.Row> row(int i) {
        var row = new StoredRow<>("k" + i, 1, view.empty("k" + i), 0, i, i, new Basis(i, 2L * i));
        return row.sized(Table.size(table.document(row, new HashMap<>())));
    }

    private CommandListener countingReadsOf(String collection) {
        return new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                var found = event.getCommand().get("find");
                if (found != null && found.asString().getValue().equals(collection))
                    reads.incrementAndGet();
            }
        };
    }
}
