package org.zhengyou.embedded.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a crash leaves: pages of some time ago, and a journal. */
class JournalTest {
    @TempDir Path folder = Path.of("");

    private Path running() {
        return folder.resolve("running");
    }

    private Path journal() {
        return folder.resolve("crashed/journal");
    }

    private static List<Document> all(MongoCollection<Document> things) {
        return things.find().sort(new Document("_id", 1)).into(new ArrayList<>());
    }

    private static MongoCollection<Document> things(MongoClient client) {
        return client.getDatabase("test").getCollection("things");
    }

    /** Copies the folder of a server that still runs: what kill -9 would leave at this moment. */
    private void crashAfter(Consumer<MongoCollection<Document>> writes) throws IOException {
        try (EmbeddedMongo server = EmbeddedMongo.start(running(), 0, Durability.COMMIT);
                MongoClient client = MongoClients.create(server.connectionString())) {
            writes.accept(things(client));
            Files.createDirectories(folder.resolve("crashed"));
            for (String file : List.of("documents.mv", "journal")) {
                Files.copy(running().resolve(file), folder.resolve("crashed").resolve(file));
            }
        }
    }

    private static void insert(MongoCollection<Document> things, int from, int to) {
        for (int i = from; i < to; i++) {
            things.insertOne(new Document("_id", i).append("u", "u" + i));
        }
    }

    private List<Document> afterwards() {
        return afterwards(EmbeddedMongo.start(folder.resolve("crashed"), 0, Durability.COMMIT));
    }

    private static List<Document> afterwards(EmbeddedMongo opened) {
        try (EmbeddedMongo server = opened;
                MongoClient client = MongoClients.create(server.connectionString())) {
            List<Document> all = all(things(client));
            for (Document one : all) {
                assertThat(
                                things(client)
                                        .find(Filters.eq("u", one.get("u")))
                                        .into(new ArrayList<>()))
                        .as("torn: collection and index differ")
                        .containsExactly(one);
            }
            return all;
        }
    }

    private static void indexed(MongoCollection<Document> things) {
        things.createIndex(Indexes.ascending("u"), new IndexOptions().unique(true));
    }

    @Test
    void what_was_inserted_changed_and_removed_since_the_pages_were_written_is_repeated()
            throws IOException {
        crashAfter(
                things -> {
                    indexed(things);
                    insert(things, 0, 5);
                    things.deleteOne(Filters.eq("_id", 1));
                    things.updateOne(Filters.eq("_id", 2), Updates.set("u", "u1"));
                    things.updateOne(Filters.eq("_id", 3), Updates.set("u", "u2"));
                    things.deleteOne(Filters.eq("_id", 2));
                    insert(things, 1, 2);
                });
        assertThat(afterwards().toString())
                .isEqualTo(
                        "[Document{{_id=0, u=u0}}, Document{{_id=1, u=u1}},"
                                + " Document{{_id=3, u=u2}}, Document{{_id=4, u=u4}}]");
    }

    @Test
    void it_is_repeated_also_where_nothing_may_be_written_and_then_again() throws IOException {
        crashAfter(
                things -> {
                    indexed(things);
                    insert(things, 0, 5);
                });
        byte[] before = Files.readAllBytes(journal());
        assertThat(afterwards(EmbeddedMongo.openOffline(folder.resolve("crashed")))).hasSize(5);
        assertThat(Files.readAllBytes(journal())).isEqualTo(before);
        assertThat(afterwards()).hasSize(5);
        assertThat(afterwards()).hasSize(5);
    }

    @Test
    void a_group_that_is_not_whole_or_was_changed_ends_the_journal() throws IOException {
        crashAfter(
                things -> {
                    indexed(things);
                    insert(things, 0, 5);
                });
        try (FileChannel file = FileChannel.open(journal(), StandardOpenOption.WRITE)) {
            file.truncate(file.size() - 1);
        }
        assertThat(afterwards()).hasSize(4);
    }

    @Test
    void a_flipped_bit_ends_the_journal() throws IOException {
        crashAfter(
                things -> {
                    indexed(things);
                    insert(things, 0, 5);
                });
        byte[] bytes = Files.readAllBytes(journal());
        bytes[20] ^= 1;
        Files.write(journal(), bytes);
        assertThat(afterwards()).isEmpty();
    }

    @Test
    void a_journal_from_before_the_pages_were_last_written_is_not_repeated() throws IOException {
        crashAfter(
                things -> {
                    indexed(things);
                    insert(things, 0, 5);
                });
        byte[] old = Files.readAllBytes(journal());
        try (EmbeddedMongo server =
                        EmbeddedMongo.start(folder.resolve("crashed"), 0, Durability.FSYNC);
                MongoClient client = MongoClients.create(server.connectionString())) {
            things(client).deleteMany(new Document());
        }
        Files.write(journal(), old);
        assertThat(afterwards()).isEmpty();
    }

    @Test
    void new_frames_overwrite_old_ones_and_what_is_left_of_those_is_not_read() throws IOException {
        Storage.Place place = new Storage.Place(running(), false, Space.RESERVE, 4 << 10);
        try (EmbeddedMongo server = EmbeddedMongo.start(place, 0, Durability.COMMIT);
                MongoClient client = MongoClients.create(server.connectionString())) {
            indexed(things(client));
            insert(things(client), 0, 300);
            assertThat(Files.size(running().resolve("journal"))).isBetween(1L, 4L << 10);
            Files.createDirectories(folder.resolve("crashed"));
            for (String file : List.of("documents.mv", "journal")) {
                Files.copy(running().resolve(file), folder.resolve("crashed").resolve(file));
            }
        }
        assertThat(generations()).as("frames of two generations").isGreaterThan(1);
        assertThat(afterwards()).hasSize(300);
    }

    /** How many different generations the frames in the journal have, old ones behind new ones. */
    private int generations() throws IOException {
        ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(journal()));
        List<Integer> seen = new ArrayList<>();
        for (int at = 0; at + 12 <= all.limit() && all.getInt(at + 4) > 0; ) {
            if (!seen.contains(all.getInt(at))) {
                seen.add(all.getInt(at));
            }
            at += all.getInt(at + 4);
        }
        return seen.size();
    }

    @Test
    void a_server_that_was_stopped_leaves_nothing_to_repeat() throws IOException {
        try (EmbeddedMongo server = EmbeddedMongo.start(running(), 0, Durability.COMMIT);
                MongoClient client = MongoClients.create(server.connectionString())) {
            indexed(things(client));
            insert(things(client), 0, 5);
        }
        Files.delete(running().resolve("journal"));
        assertThat(afterwards(EmbeddedMongo.openOffline(running()))).hasSize(5);
    }

    /** Inserts so much, in several rounds of pages, that a cut finds something. */
    private void stopped() {
        Storage.Place place = new Storage.Place(running(), false, Space.RESERVE, 16 << 10);
        try (EmbeddedMongo server = EmbeddedMongo.start(place, 0, Durability.COMMIT);
                MongoClient client = MongoClients.create(server.connectionString())) {
            indexed(things(client));
            insert(things(client), 0, 2_000);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.95})
    void pages_that_were_cut_off_are_named_or_miss_nothing(double share) throws IOException {
        stopped();
        Path pages = running().resolve("documents.mv");
        try (FileChannel file = FileChannel.open(pages, StandardOpenOption.WRITE)) {
            file.truncate((long) (file.size() * (1 - share)));
        }

        try (EmbeddedMongo server = EmbeddedMongo.start(running(), 0, Durability.COMMIT)) {
            assertThat(afterwards(server)).hasSize(2_000);
        } catch (IllegalStateException refused) {
            assertThat(refused)
                    .hasMessageContaining(running().toString())
                    .hasMessageMatching(".*(journal away|restore it from a copy).*");
        }
    }

    @Test
    void pages_older_than_the_journal_are_not_served_until_it_is_moved_away() throws IOException {
        stopped();
        Path pages = running().resolve("documents.mv");
        byte[] old = Files.readAllBytes(pages);
        try (EmbeddedMongo server = EmbeddedMongo.start(running(), 0, Durability.COMMIT);
                MongoClient client = MongoClients.create(server.connectionString())) {
            insert(things(client), 2_000, 2_001);
        }
        Files.write(pages, old);

        assertThatThrownBy(() -> EmbeddedMongo.start(running(), 0, Durability.COMMIT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("数据文件比")
                .hasMessageContaining("--republish");
        assertThatThrownBy(() -> EmbeddedMongo.openOffline(running()))
                .hasMessageContaining("is older than");
        Files.move(running().resolve("journal"), folder.resolve("journal"));
        assertThat(afterwards(EmbeddedMongo.openOffline(running()))).hasSize(2_000);
    }
}
