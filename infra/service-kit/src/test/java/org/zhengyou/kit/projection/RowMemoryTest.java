package org.zhengyou.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.embedded.mongo.Durability;
import org.zhengyou.embedded.mongo.EmbeddedMongo;
import org.zhengyou.kit.projection.letters.Fragile;
import org.zhengyou.kit.runtime.Basis;
import org.zhengyou.kit.streaming.Lease;
import org.zhengyou.log.axon.LogTokenStore;

/** Two tables share room for a hundred small rows. */
class RowMemoryTest {
    private static final int SMALL = 200;
    private static final int ROOM = 100 * 1_000;

    @TempDir Path folder = Path.of("");
    private final Fragile view = new Fragile();
    private final RowMemory memory = new RowMemory(ROOM);
    private EmbeddedMongo server;
    private MongoClient client;
    private Lease lease;
    private RowCache<Fragile.Row> one;
    private RowCache<Fragile.Row> other;

    @BeforeEach
    void start() {
        server = EmbeddedMongo.start(folder, 0, Durability.COMMIT);
        client = MongoClients.create(server.connectionString());
        var tokens =
                new LogTokenStore(
                        client.getDatabase("rows").getCollection("tokens"),
                        "one",
                        Duration.ofSeconds(60),
                        Clock.systemUTC());
        lease = new Lease(tokens, "worker", Duration.ofSeconds(60));
        lease.start();
        one = new RowCache<>(lease, key -> StoredRow.empty(view, key), memory);
        other = new RowCache<>(lease, key -> StoredRow.empty(view, key), memory);
    }

    @AfterEach
    void stop() {
        lease.stop();
        client.close();
        server.close();
    }

    private List<StoredRow<Fragile.Row>> rows(int count, int size) {
        return IntStream.range(0, count)
                .mapToObj(
                        i ->
                                new StoredRow<>(
                                        "k" + i, 1, view.empty("k" + i), size, i, i, Basis.NOTHING))
                .toList();
    }

    @Test
    void a_table_whose_rows_have_room_is_known_whole() {
        one.readAll(one.ticket(), rows(40, SMALL));
        assertThat(one.all()).hasValueSatisfying(all -> assertThat(all).hasSize(40));
        assertThat(one.get("no such row")).isEqualTo(StoredRow.empty(view, "no such row"));
    }

    @Test
    void a_row_that_another_table_pushes_out_is_not_taken_for_one_that_does_not_exist() {
        one.readAll(one.ticket(), rows(90, SMALL));
        other.readAll(other.ticket(), rows(90, SMALL));
        // Which rows stay is the memory's choice; none that is gone passes for an empty one.
        for (RowCache<Fragile.Row> table : List.of(one, other))
            for (StoredRow<Fragile.Row> row : rows(90, SMALL))
                assertThat(table.get(row.key())).isIn(row, null);
        assertThat(one.all().isPresent() && other.all().isPresent()).isFalse();
    }

    @Test
    void large_rows_count_for_more() {
        one.readAll(one.ticket(), rows(40, 20 * SMALL));
        assertThat(one.all()).isEmpty();
        assertThat(rows(40, SMALL).stream().filter(row -> one.get(row.key()) != null).count())
                .isLessThan(10);
    }
}
