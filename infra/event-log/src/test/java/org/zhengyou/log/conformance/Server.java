package org.zhengyou.log.conformance;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import java.util.Objects;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.opentest4j.TestAbortedException;

/** A server the kit runs on, spoken to by the real driver over the wire; started once. */
public final class Server {
    private static final String DATABASE = "zhengyou-log-test";

    private final String name;
    private final Supplier<String> start;
    private @Nullable String uri;
    private @Nullable TestAbortedException missing;
    private @Nullable MongoClient client;

    /**
     * A server.
     *
     * @param start starts it and gives its connection string, or aborts the test with the reason
     */
    public Server(String name, Supplier<String> start) {
        this.name = name;
        this.start = start;
    }

    /** The server that the environment names. */
    public static Server given() {
        return new Server("the server of ZHENGYOU_TEST_MONGODB_URI", Server::named);
    }

    private static String named() {
        String uri = System.getenv("ZHENGYOU_TEST_MONGODB_URI");
        Assumptions.assumeTrue(uri != null, "ZHENGYOU_TEST_MONGODB_URI names no server");
        return Objects.requireNonNull(uri);
    }

    /** A replica set in a container. */
    public static Server container() {
        return new Server("a MongoDB replica set in a container", MongoContainer::start);
    }

    /** Its connection string; aborts the test, with the reason, where it cannot be had. */
    public synchronized String uri() {
        if (missing != null) {
            throw missing;
        }
        if (uri == null) {
            try {
                uri = start.get();
            } catch (TestAbortedException e) {
                missing = e;
                throw e;
            }
        }
        return uri;
    }

    /** A client that all tests share. */
    synchronized MongoClient client() {
        if (client == null) {
            client = MongoClients.create(uri());
        }
        return client;
    }

    /** A client of its own, as another process has one. */
    MongoClient another() {
        return MongoClients.create(uri());
    }

    /** A client of its own whose commands this listener hears of. */
    MongoClient watched(CommandListener listener) {
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(uri()))
                        .addCommandListener(listener)
                        .build());
    }

    /** Host and port. */
    String address() {
        return new ConnectionString(uri()).getHosts().getFirst();
    }

    static MongoDatabase database(MongoClient client) {
        return client.getDatabase(DATABASE);
    }

    static MongoCollection<Document> collection(MongoClient client, String name) {
        return database(client).getCollection(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
