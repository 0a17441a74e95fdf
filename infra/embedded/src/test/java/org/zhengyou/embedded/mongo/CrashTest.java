package org.zhengyou.embedded.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.embedded.ChildJvm;

/** The oracle is what the clients were told before the server was killed. */
@Timeout(80)
class CrashTest {
    private static final int WRITERS = 4;

    @TempDir Path folder;

    @Test
    void no_acknowledged_write_is_lost_and_none_is_torn_however_often_the_server_is_killed() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Long> acknowledged = new ArrayList<>();
        for (int round = 0; round < 10; round++) {
            Durability durability = round % 2 == 0 ? Durability.COMMIT : Durability.FSYNC;
            int enough = 40 + random.nextInt(400);
            acknowledged.addAll(writeUntilKilled(durability.name(), round, enough));
            assertThat(missing(acknowledged))
                    .as("lost in round %s, seed %s", round, seed)
                    .isEmpty();
        }
        assertThat(acknowledged).hasSizeGreaterThan(400);
    }

    @Test
    void the_check_notices_a_server_that_acknowledges_before_it_writes() {
        List<Long> acknowledged = writeUntilKilled("FORGETFUL", 0, 200);
        assertThat(missing(acknowledged)).isNotEmpty();
    }

    /**
     * What the clients were told is stored, when the server died after so many acknowledgements.
     */
    private List<Long> writeUntilKilled(String persistence, int round, int enough) {
        try (ChildJvm child = ChildJvm.start(ServerProcess.class, folder.toString(), persistence)) {
            String address = child.answer("ready");
            try (MongoClient client = MongoClients.create(CrashWriters.impatient(address))) {
                MongoCollection<Document> collection = collection(client);
                collection.createIndex(Indexes.ascending("g", "_id"));
                collection.createIndex(Indexes.ascending("u"), new IndexOptions().unique(true));
                return CrashWriters.write(collection, WRITERS, round, enough, child::kill);
            }
        }
    }

    /** Acknowledged documents that are not there, or whose index entries are not. */
    private List<Long> missing(List<Long> acknowledged) {
        try (EmbeddedMongo server = EmbeddedMongo.start(folder, 0, Durability.COMMIT);
                MongoClient client = MongoClients.create(server.connectionString())) {
            MongoCollection<Document> collection = collection(client);
            List<Document> stored = collection.find().into(new ArrayList<>());
            assertIndexed(collection, stored);
            List<Long> missing = new ArrayList<>(acknowledged);
            missing.removeAll(stored.stream().map(d -> d.getLong("_id")).toList());
            return missing;
        }
    }

    private static void assertIndexed(MongoCollection<Document> collection, List<Document> stored) {
        for (int tag = 0; tag < CrashWriters.TAGS; tag++) {
            String wanted = "tag=" + tag;
            List<Document> tagged =
                    stored.stream()
                            .filter(d -> d.getList("g", String.class).contains(wanted))
                            .toList();
            assertThat(collection.find(new Document("g", wanted)).into(new ArrayList<>()))
                    .as("torn: collection and index differ")
                    .isEqualTo(tagged);
        }
        for (Document document : stored) {
            Document unique = new Document("u", document.get("u"));
            assertThat(collection.find(unique).into(new ArrayList<>())).containsExactly(document);
        }
    }

    private static MongoCollection<Document> collection(MongoClient client) {
        return client.getDatabase("crash").getCollection("log");
    }
}
