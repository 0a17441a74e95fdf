package org.zhengyou.embedded.mongo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.embedded.ChildJvm;

class EmbeddedMongoTest {
    private final Path folder;
    private EmbeddedMongo server;
    private MongoClient client;
    private MongoCollection<Document> things;

    EmbeddedMongoTest(@TempDir Path folder) {
        this.folder = folder;
        server = EmbeddedMongo.start(folder, 0, Durability.COMMIT);
        client = MongoClients.create(server.connectionString());
        things = client.getDatabase("test").getCollection("things");
    }

    @BeforeEach
    void put_one_thing_there() {
        things.insertOne(new Document("_id", 1).append("n", 5));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void an_upsert_sets_on_insert_and_takes_the_maximum() {
        var update =
                Updates.combine(
                        Updates.set("x", 1), Updates.max("n", 7), Updates.setOnInsert("new", true));
        UpdateOptions upsert = new UpdateOptions().upsert(true);
        things.updateOne(Filters.eq("_id", 1), update, upsert);
        things.updateOne(Filters.eq("_id", 2), update, upsert);
        assertThat(things.find(Filters.eq("_id", 1)).first())
                .isEqualTo(Document.parse("{_id: 1, n: 7, x: 1}"));
        assertThat(things.find(Filters.eq("_id", 2)).first())
                .containsEntry("n", 7)
                .containsEntry("new", true);
    }

    @Test
    void find_and_modify_gives_the_new_document() {
        var options =
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        var counted = things.findOneAndUpdate(Filters.eq("_id", 9), Updates.inc("n", 1L), options);
        assertThat(counted).isEqualTo(new Document("_id", 9).append("n", 1L));
    }

    @Test
    void an_ordered_bulk_write_ends_at_its_first_error() {
        things.createIndex(Indexes.ascending("u"), new IndexOptions().unique(true).sparse(true));
        ReplaceOptions upsert = new ReplaceOptions().upsert(true);
        var writes =
                List.of(
                        new InsertOneModel<>(new Document("_id", 2).append("u", "a")),
                        new UpdateOneModel<Document>(Filters.eq("_id", 1), Updates.set("x", 1)),
                        new UpdateOneModel<Document>(Filters.eq("_id", 1), Updates.set("u", "a")),
                        new ReplaceOneModel<>(Filters.eq("_id", 3), new Document("_id", 3), upsert),
                        new DeleteOneModel<Document>(Filters.eq("_id", 1)));
        assertThatThrownBy(() -> things.bulkWrite(writes))
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        e -> {
                            assertThat(e.getWriteErrors().getFirst().getIndex()).isEqualTo(2);
                            assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(1);
                        });
        assertThat(things.countDocuments()).isEqualTo(2);
        assertThatThrownBy(() -> things.bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                .isInstanceOf(MongoBulkWriteException.class);
        assertThat(things.find().sort(new Document("_id", 1)).map(d -> d.get("_id")))
                .containsExactly(2, 3);
    }

    @Test
    void an_ordered_insert_says_how_many_documents_it_stored() {
        List<Document> documents =
                IntStream.of(2, 3, 1, 4).mapToObj(i -> new Document("_id", i)).toList();
        assertThatThrownBy(() -> things.insertMany(documents))
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        e -> assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(2));
        assertThat(things.countDocuments()).isEqualTo(3);
    }

    @Test
    void what_the_server_cannot_do_it_refuses() {
        refused(
                20,
                () -> run("{insert: 'a', documents: [{_id: 1}], txnNumber: {$numberLong: '1'}}"));
        refused(40573, () -> things.watch().iterator().next());
        refused(115, () -> things.updateOne(new Document(), List.of(Updates.set("x", 1))));
        refused(115, () -> things.findOneAndUpdate(new Document(), List.of(Updates.set("x", 1))));
        refused(115, () -> things.createIndex(Indexes.text("x")));
        refused(115, () -> run("{renameCollection: 'test.a', to: 'test.b'}"));
        refused(72, () -> things.createIndex(Indexes.ascending("x"), partial()));
        refused(72, () -> things.createIndex(Indexes.ascending("x"), expiring()));
        refused(72, () -> things.find().collation(caseless()).first());
        var capped = new CreateCollectionOptions().capped(true).sizeInBytes(1000);
        refused(72, () -> client.getDatabase("test").createCollection("capped", capped));
        refused(115, () -> run("{explain: {find: 'things'}}"));
        assertThatThrownBy(this::insertInTransaction).isInstanceOf(MongoClientException.class);
        assertThat(things.find()).containsExactly(new Document("_id", 1).append("n", 5));
    }

    private void insertInTransaction() {
        try (ClientSession session = client.startSession()) {
            session.startTransaction();
            things.insertOne(session, new Document("_id", 7));
        }
    }

    private static IndexOptions partial() {
        return new IndexOptions().partialFilterExpression(Filters.gt("x", 1));
    }

    private static IndexOptions expiring() {
        return new IndexOptions().expireAfter(1L, TimeUnit.SECONDS);
    }

    private static Collation caseless() {
        return Collation.builder().locale("en").build();
    }

    private void run(String command) {
        client.getDatabase("test").runCommand(Document.parse(command));
    }

    private static void refused(int code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        MongoException.class, e -> assertThat(e.getCode()).isEqualTo(code));
    }

    @Test
    void a_folder_in_use_is_refused_with_its_name() {
        assertThatThrownBy(() -> EmbeddedMongo.start(folder, 0, Durability.COMMIT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("uses " + folder);
        assertThatThrownBy(() -> EmbeddedMongo.openOffline(folder))
                .isInstanceOf(IllegalStateException.class);
        Path other = folder.resolve("other");
        try (ChildJvm child = ChildJvm.start(ServerProcess.class, other.toString(), "COMMIT")) {
            child.answer("ready");
            assertThatThrownBy(() -> EmbeddedMongo.openOffline(other))
                    .hasMessageContaining("another process uses");
        }
    }

    @Test
    void where_the_file_was_emptied_or_is_missing_nothing_begins_anew() throws IOException {
        stop();
        Path pages = folder.resolve("documents.mv");
        Files.write(pages, new byte[0]);
        assertThatThrownBy(() -> EmbeddedMongo.start(folder, 0, Durability.COMMIT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("documents.mv")
                .hasMessageContaining("restore");
        assertThatThrownBy(() -> EmbeddedMongo.openOffline(folder)).hasMessageContaining("restore");
        Files.delete(pages);
        assertThatThrownBy(() -> EmbeddedMongo.start(folder, 0, Durability.COMMIT))
                .hasMessageContaining("restore");
    }

    @Test
    void offline_reading_changes_no_byte_and_refuses_to_write() throws IOException {
        stop();
        byte[] before = Files.readAllBytes(folder.resolve("documents.mv"));
        try (EmbeddedMongo offline = EmbeddedMongo.openOffline(folder);
                MongoClient reader = MongoClients.create(offline.connectionString())) {
            var collection = reader.getDatabase("test").getCollection("things");
            assertThat(collection.find().into(new ArrayList<>())).hasSize(1);
            assertThatThrownBy(() -> collection.insertOne(new Document("_id", 2)))
                    .isInstanceOf(MongoCommandException.class)
                    .hasMessageContaining("read");
            assertThat(reader.getDatabase("none").getCollection("none").find().first()).isNull();
        }
        assertThat(Files.readAllBytes(folder.resolve("documents.mv"))).isEqualTo(before);
    }

    @Test
    void who_does_not_show_the_secret_is_told_nothing() {
        String none = "mongodb://127.0.0.1:" + port();
        String wrong = server.connectionString().replaceAll("platform:..", "platform:zz");
        try (MongoClient stranger = MongoClients.create(none);
                MongoClient liar = MongoClients.create(wrong)) {
            assertThatThrownBy(() -> stranger.getDatabase("test").listCollectionNames().first())
                    .isInstanceOf(MongoCommandException.class)
                    .hasMessageContaining("requires authentication");
            assertThatThrownBy(() -> stranger.getDatabase("test").drop())
                    .isInstanceOf(MongoException.class);
            assertThatThrownBy(() -> liar.getDatabase("test").listCollectionNames().first())
                    .isInstanceOf(MongoSecurityException.class);
        }
        assertThat(things.countDocuments()).isEqualTo(1);
    }

    @Test
    void a_stranger_who_sends_much_is_hung_up_on() throws IOException {
        try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), port())) {
            stranger.setSoTimeout(10_000);
            OutputStream out = stranger.getOutputStream();
            out.write(new byte[] {0, 0, 0, 2}); // of a message of 32 MB
            out.write(new byte[32 << 10]);
            assertThat(hungUp(stranger)).isTrue();
        }
        assertThat(things.countDocuments()).isEqualTo(1);
    }

    @Test
    void a_length_that_a_stranger_says_takes_no_memory() throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getTotalThreadAllocatedBytes();
        for (byte type : new byte[] {2, 5, 13, 14}) { // a string, bytes, code, a symbol
            try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), port())) {
                stranger.setSoTimeout(10_000);
                stranger.getOutputStream().write(greetingWithLength(type, 200 << 20));
                assertThat(hungUp(stranger)).isTrue();
            }
        }
        assertThat(threads.getTotalThreadAllocatedBytes() - before).isLessThan(100 << 20);
        assertThat(things.countDocuments()).isEqualTo(1);
    }

    /** {@code {hello: …}}, whose value says that it is as long as this. */
    private static byte[] greetingWithLength(byte type, int length) {
        ByteBuffer document = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        document.position(Integer.BYTES).put(type).put("hello\0".getBytes(UTF_8)).putInt(length);
        document.put(new byte[16]).put((byte) 0).flip().putInt(0, document.limit());
        int size = 21 + document.limit();
        ByteBuffer message = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        return message.putInt(size)
                .putInt(1)
                .putInt(0)
                .putInt(2013) // OP_MSG
                .putInt(0)
                .put((byte) 0)
                .put(document)
                .array();
    }

    @Test
    void a_secret_that_is_none_opens_nothing() throws IOException {
        server.close();
        Files.writeString(folder.resolve("secret"), "");
        assertThatThrownBy(() -> EmbeddedMongo.start(folder, 0, Durability.COMMIT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("secret")
                .hasMessageContaining("remove it");
        Files.delete(folder.resolve("secret"));
        server = EmbeddedMongo.start(folder, 0, Durability.COMMIT);
    }

    private static boolean hungUp(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true; // with what it sent unread
        }
    }

    private int port() {
        return URI.create(server.connectionString()).getPort();
    }

    @Test
    void only_its_owner_can_read_the_secret() throws IOException {
        assertThat(Files.getPosixFilePermissions(folder.resolve("secret")))
                .containsExactlyInAnyOrder(
                        PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void closing_twice_is_closing_once_and_the_port_is_free_again() {
        String address = server.connectionString();
        int port = port();
        server.close();
        server.close();
        server = EmbeddedMongo.start(folder, port, Durability.FSYNC);
        assertThat(server.connectionString()).isEqualTo(address);
        assertThat(things.countDocuments()).isEqualTo(1);
    }

    @Test
    void the_file_stays_small_under_many_single_writes() throws IOException {
        for (int i = 0; i < 3000; i++) {
            var filter = Filters.eq("_id", i % 50);
            var replacement = new Document("_id", i % 50).append("text", "x".repeat(200) + i);
            things.replaceOne(filter, replacement, new ReplaceOptions().upsert(true));
        }
        assertThat(Files.size(folder.resolve("documents.mv"))).isLessThan(8 << 20);
    }
}
