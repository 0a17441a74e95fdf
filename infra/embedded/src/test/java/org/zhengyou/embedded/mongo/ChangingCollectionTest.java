package org.zhengyou.embedded.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A document changes after the reader has met its entry in the index and before it fetches it: a
 * reader sees the index as it was when it opened it, and documents as they are.
 */
class ChangingCollectionTest {
    private static final Document RED = new Document("tag", "red");

    private final MVStore store = MVStore.open(null);
    private final Journal journal;
    private final StoredCollection things;

    ChangingCollectionTest(@TempDir Path folder) {
        StoredMaps maps = new StoredMaps(store);
        journal = Journal.open(maps, folder.resolve("journal"), Journal.LIMIT);
        StoredDatabase database =
                new StoredDatabase(
                        "test", maps, journal, new CursorRegistry(), new ScanStatistics());
        database.addIndex(
                new Document("name", "tag_1__id_1")
                        .append("ns", "test.things")
                        .append("key", new Document("tag", 1).append("_id", 1)));
        things = (StoredCollection) database.resolveCollection("things", true);
        things.insertDocuments(List.of(thing(1, "red"), thing(2, "red"), thing(3, "red")), true);
    }

    private static Document thing(int id, String tag) {
        return new Document("_id", id).append("tag", tag);
    }

    @AfterEach
    void close() {
        store.closeImmediately();
        journal.close();
    }

    @Test
    void what_no_longer_matches_when_it_is_fetched_is_left_out() {
        Scan scan = afterTheFirst(RED);
        set(2, "blue");
        assertThat(ids(scan)).containsExactly(3);
    }

    @Test
    void what_is_gone_when_it_is_fetched_is_left_out_and_what_came_in_its_place_is_looked_at() {
        Scan scan = afterTheFirst(RED);
        things.deleteDocuments(new Document("_id", new Document("$gte", 2)), -1, oplog());
        things.insertDocuments(List.of(thing(2, "blue"), thing(3, "red")), true);
        assertThat(ids(scan)).containsExactly(3);
    }

    @Test
    void of_alternatives_each_is_looked_at() {
        Scan scan = afterTheFirst(new Document("$or", List.of(RED, new Document("tag", "green"))));
        set(2, "blue");
        set(3, "green");
        assertThat(ids(scan)).containsExactly(3);
    }

    @Test
    void ids_alone_need_no_second_look() {
        Scan scan = afterTheFirst(new Document("_id", new Document("$gte", 1)));
        set(2, "blue");
        assertThat(ids(scan)).containsExactly(2, 3);
    }

    private Scan afterTheFirst(Document query) {
        Plan plan = things.plan(query, null);
        assertThat(plan.exact()).as("the index alone answers it").isTrue();
        Scan scan = things.open(plan, query, null);
        assertThat(id(scan.next())).isEqualTo(1);
        return scan;
    }

    private void set(int id, String tag) {
        Document update = new Document("$set", new Document("tag", tag));
        things.updateDocuments(
                new Document("_id", id), update, ArrayFilters.empty(), false, false, oplog());
    }

    private static NoopOplog oplog() {
        return NoopOplog.get();
    }

    private static List<Object> ids(Scan scan) {
        List<Object> ids = new ArrayList<>();
        for (StoredDocument next = scan.next(); next != null; next = scan.next()) {
            ids.add(id(next));
        }
        return ids;
    }

    private static Object id(@Nullable StoredDocument document) {
        return Objects.requireNonNull(Objects.requireNonNull(document).shared().get("_id"));
    }
}
