package org.zhengyou.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.projection.letters.Fragile;
import org.zhengyou.kit.projection.letters.LetterEvent.LetterMarked;
import org.zhengyou.kit.projection.letters.LetterId;
import org.zhengyou.kit.streaming.Lease;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.log.StoredEvent;
import org.zhengyou.log.axon.LogTokenStore;

class BatchFoldTest {
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final Instant THEN = Instant.parse("2010-06-15T00:00:00Z");

    @TempDir Path folder = Path.of("");
    private final Fragile view = new Fragile();
    private TestStore server;
    private MongoClient client;
    private MongoCollection<Document> rows;
    private Lease lease;

    @BeforeEach
    void open() {
        server = new TestStore(folder);
        client = MongoClients.create(server.uri());
        var database = client.getDatabase("fold");
        rows = database.getCollection("rows");
        var tokens =
                new LogTokenStore(
                        database.getCollection("tokens"), "one", LEASE, Clock.systemUTC());
        lease = new Lease(tokens, "worker", LEASE);
        lease.start();
    }

    @AfterEach
    void close() {
        lease.stop();
        client.close();
        server.close();
    }

    private Table<Fragile.Row> table() {
        return new Table<>(
                "fragile_1", view, new RowStore(rows), Json.tolerant(), lease, Clock.systemUTC());
    }

    private static Arrival marked(long position, String letter, String mark) {
        StoredEvent stored =
                new StoredEvent(
                        position,
                        THEN,
                        "e" + position,
                        "letters.LetterMarked",
                        "1",
                        THEN,
                        Set.of(),
                        Map.of(),
                        "{}");
        Fact<?> fact =
                new Fact<>(
                        "letters",
                        position,
                        "e" + position,
                        "letters.LetterMarked",
                        new LetterMarked(new LetterId(letter), mark),
                        THEN,
                        THEN,
                        Map.of());
        return new Arrival(Origin.LOG, stored, letter, THEN, event -> List.of(fact));
    }

    private void fold(Table<?> table, Arrival... arrivals) {
        new BatchFold(new RowStore(rows), new Patience(), Manners.PROMPT)
                .run(List.of(new Folding<>(table, Set.of())), List.of(arrivals));
    }

    @Test
    void a_row_that_another_process_has_written_meanwhile_is_folded_again() {
        Table<Fragile.Row> here = table();
        Table<Fragile.Row> there = table();
        fold(here, marked(1, "a", "1"));
        fold(there, marked(2, "a", "2"), marked(3, "b", "3"));
        // Neither knows what the other has written since.
        fold(here, marked(4, "a", "4"), marked(5, "b", "5"), marked(6, "c", "6"));
        assertThat(table().find("a").row().marks().keys()).containsExactly("1", "2", "4");
        assertThat(table().find("b").row().marks().keys()).containsExactly("3", "5");
        assertThat(table().find("c").row().marks().keys()).containsExactly("6");
        assertThat(here.find("a").row().marks().keys()).containsExactly("1", "2", "4");
    }

    @Test
    void a_fact_that_comes_again_writes_nothing() {
        Table<Fragile.Row> table = table();
        fold(table, marked(1, "a", "1"));
        fold(table, marked(1, "a", "1"));
        assertThat(table.find("a").version()).isEqualTo(1);
    }

    @Test
    void a_warm_table_knows_what_is_not_there_without_asking() {
        fold(table(), marked(1, "a", "1"));
        Table<Fragile.Row> warm = table();
        warm.warm();
        rows.drop();
        assertThat(warm.find("a").row().marks().keys()).containsExactly("1");
        assertThat(warm.find("b").version()).isZero();
        assertThat(warm.scan(row -> row.key().equals("a"))).isTrue();
    }

    @Test
    void without_the_lease_rows_come_from_the_store() {
        Table<Fragile.Row> table = table();
        fold(table, marked(1, "a", "1"));
        lease.stop();
        fold(table(), marked(2, "a", "2"));
        assertThat(table.find("a").row().marks().keys()).containsExactly("1", "2");
    }

    @Test
    void tables_of_one_view_do_not_mix() {
        Table<Fragile.Row> first = table();
        Table<Fragile.Row> tenth =
                new Table<>(
                        "fragile_10",
                        view,
                        new RowStore(rows),
                        Json.tolerant(),
                        lease,
                        Clock.systemUTC());
        fold(first, marked(1, "a", "1"));
        fold(tenth, marked(1, "a", "1"), marked(2, "b", "2"));
        first.clear();
        assertThat(first.scan(row -> false)).isTrue();
        assertThat(tenth.find("b").row().marks().keys()).containsExactly("2");
    }
}
