package org.zhengyou.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.host.TestStore;

class RowStoreTest {
    @TempDir Path folder = Path.of("");
    private TestStore server;
    private MongoClient client;
    private RowStore store;

    @BeforeEach
    void open() {
        server = new TestStore(folder);
        client = MongoClients.create(server.uri());
        store = new RowStore(client.getDatabase("rows").getCollection("rows"));
        store.createIndex();
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private static Document row(String key, long version) {
        return new Document("_id", "v_1/" + key)
                .append("v", version)
                .append("x", List.of("a!" + key))
                .append("row", "{}");
    }

    private List<String> values() {
        return store.values("v_1!", "v_1!~", false, 1_000);
    }

    @Test
    void values_that_are_there_already_hinder_neither_new_ones_nor_rows() {
        store.write(Set.of("v_1!a!1", "v_1!a!2"), List.of(row("x", 1)));

        Set<String> lost = store.write(Set.of("v_1!a!2", "v_1!a!3"), List.of(row("y", 1)));

        assertThat(lost).isEmpty();
        assertThat(values()).containsExactly("v_1!a!1", "v_1!a!2", "v_1!a!3");
        assertThat(store.read(List.of("v_1/x", "v_1/y"))).hasSize(2);
    }

    @Test
    void of_many_rows_only_those_of_another_version_are_lost() {
        List<Document> first = new ArrayList<>();
        for (int i = 0; i < 100; i++) first.add(row("k" + i, 1));
        store.write(Set.of("v_1!a!1"), first);
        store.write(Set.of(), List.of(row("k7", 2), row("k70", 2)));

        List<Document> second = new ArrayList<>();
        for (int i = 0; i < 100; i++) second.add(row("k" + i, 2));
        for (int i = 90; i < 130; i++) second.add(row("k" + i, 1));
        Set<String> lost = store.write(Set.of("v_1!a!1", "v_1!a!2"), second);

        Set<String> expected = new TreeSet<>(Set.of("v_1/k7", "v_1/k70"));
        for (int i = 90; i < 100; i++) expected.add("v_1/k" + i);
        assertThat(new TreeSet<>(lost)).isEqualTo(expected);
        assertThat(store.read(List.of("v_1/k8", "v_1/k129")).values())
                .extracting(found -> found.getLong("v"))
                .containsExactlyInAnyOrder(2L, 1L);
        assertThat(values()).containsExactly("v_1!a!1", "v_1!a!2");
    }

    @Test
    void a_table_that_is_dropped_takes_all_its_rows_and_values_and_no_others() {
        List<Document> rows = new ArrayList<>();
        Set<String> values = new TreeSet<>();
        for (int i = 0; i < 230; i++) {
            rows.add(row("k" + i, 1));
            values.add("v_1!a!" + i);
        }
        store.write(values, rows);
        Document other = row("k", 1).append("_id", "v_10/k");
        store.write(Set.of("v_10!a!1"), List.of(other));

        store.drop("v_1");

        assertThat(store.count("v_1", List.of(), 1_000)).isZero();
        assertThat(values()).isEmpty();
        assertThat(store.count("v_10", List.of(), 1_000)).isOne();
        assertThat(store.values("v_10!", "v_10!~", false, 10)).containsExactly("v_10!a!1");
    }
}
