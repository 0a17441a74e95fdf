package org.zhengyou.log.conformance;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.LogOptions;
import org.zhengyou.log.LogVerifier;
import org.zhengyou.log.Progress;
import org.zhengyou.log.StoredEvent;

/** A collection of its own on the server for each test, and processes that have it open. */
public abstract class Kit {
    private final Server server;
    private final String name = "log-" + UUID.randomUUID();
    private final MongoCollection<Document> collection;
    private final List<AutoCloseable> open = new ArrayList<>();

    /** Aborts the test, with the reason, where the server cannot be had. */
    protected Kit(Server server) {
        this.server = server;
        this.collection = Server.collection(server.client(), name);
    }

    final Server server() {
        return server;
    }

    final MongoCollection<Document> collection() {
        return collection;
    }

    /** What processes that take turns write down. */
    final MongoCollection<Document> turns() {
        return Server.collection(server.client(), name + "_turns");
    }

    /** A collection with nothing in it. */
    final MongoCollection<Document> empty() {
        return Server.collection(server.client(), "log-" + UUID.randomUUID());
    }

    /** The collection by way of another client. */
    final MongoCollection<Document> by(MongoClient client) {
        return Server.collection(client, name);
    }

    /** The log in this process. */
    final EventLog open(LogOptions options) {
        return closing(EventLog.open(collection, options));
    }

    /** The log in what is as good as another process: a client of its own. */
    final EventLog process(LogOptions options) {
        MongoClient client = closing(server.another());
        return closing(EventLog.open(Server.database(client), name, options));
    }

    /** Several processes on this log. */
    final Contest contest(int processes) {
        List<Party> parties = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            parties.add(Party.of(process(Samples.together())));
        }
        return new Contest(parties, this::stored);
    }

    /** What a stranger finds. */
    final List<StoredEvent> stored() {
        try (EventLog fresh = EventLog.open(collection, Samples.alone())) {
            return fresh.page(0, Integer.MAX_VALUE);
        }
    }

    final boolean intact() {
        return LogVerifier.verify(collection, Progress.none()).intact();
    }

    /** Closed after the test, the last first. */
    final <T extends AutoCloseable> T closing(T one) {
        open.addFirst(one);
        return one;
    }

    @AfterEach
    final void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        collection.drop();
        turns().drop();
    }
}
