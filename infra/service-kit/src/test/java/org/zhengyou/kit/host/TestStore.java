package org.zhengyou.kit.host;

import java.nio.file.Path;
import org.zhengyou.embedded.mongo.Durability;
import org.zhengyou.embedded.mongo.EmbeddedMongo;

/** A server that speaks MongoDB's protocol; what it holds outlives the services. */
public final class TestStore implements AutoCloseable {
    private final EmbeddedMongo server;

    /** A server with its data in this folder. */
    public TestStore(Path folder) {
        server = EmbeddedMongo.start(folder.resolve("mongo"), 0, Durability.COMMIT);
    }

    /** Where it is. */
    public String uri() {
        return server.connectionString();
    }

    @Override
    public void close() {
        server.close();
    }
}
