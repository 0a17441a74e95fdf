package org.zhengyou.log;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The server the tests run on, spoken to by the real driver over the wire: the one that {@code
 * ZHENGYOU_TEST_MONGODB_URI} names, else one in this JVM.
 */
public final class Mongo {
    private static final String DATABASE = "zhengyou-log-test";
    private static final @Nullable String GIVEN = System.getenv("ZHENGYOU_TEST_MONGODB_URI");
    private static final String URI =
            GIVEN != null
                    ? GIVEN
                    : new MongoServer(new MemoryBackend()).bindAndGetConnectionString();
    private static final MongoClient CLIENT = MongoClients.create(URI);

    private Mongo() {}

    /** A collection nobody else uses. */
    public static MongoCollection<Document> collection() {
        return CLIENT.getDatabase(DATABASE).getCollection("log-" + UUID.randomUUID());
    }

    /** The same collection by way of another client, as another process would use it. */
    static MongoCollection<Document> elsewhere(
            MongoClient client, MongoCollection<Document> collection) {
        return client.getDatabase(DATABASE)
                .getCollection(collection.getNamespace().getCollectionName());
    }

    /** Host and port of the server. */
    static String address() {
        return Objects.requireNonNull(new ConnectionString(URI).getHosts()).getFirst();
    }

    /** The connection string of the server. */
    static String uri() {
        return URI;
    }
}
