package org.zhengyou.embedded.mongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A MongoDB-protocol server inside the JVM, on loopback only, with its data in one file of a
 * folder.
 *
 * <p>Every acknowledged write is in the file; nothing is shown to a reader before that. After
 * {@code kill -9} the folder opens again without repair. What the server cannot do as MongoDB does
 * (transactions, change streams, updates by pipeline, partial and expiring indexes, collations) it
 * refuses with an error.
 */
public final class EmbeddedMongo implements AutoCloseable {
    private static final String FILE = "documents.mv";
    private static final int CACHE_MB = 32;

    private final MVStore store;
    private final ScanStatistics statistics = new ScanStatistics();
    private final GroupCommit commits;
    private final WireServer server;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedMongo(MVStore store, int port, Persistence persistence) {
        this.store = store;
        this.commits = new GroupCommit(store, persistence);
        this.server = new WireServer(new StoredBackend(store, statistics), commits, port);
    }

    /**
     * Starts a server; returns when it accepts connections.
     *
     * @param folder where the data are; made if it is not there
     * @param port on loopback; 0 for any free one
     * @param durability what an acknowledged write survives
     * @throws IllegalStateException if the folder is in use or the port is taken
     */
    public static EmbeddedMongo start(Path folder, int port, Durability durability) {
        return start(folder, port, (Persistence) durability);
    }

    /** Starts a server with another way to get writes into the file. */
    static EmbeddedMongo start(Path folder, int port, Persistence persistence) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
        return serve(open(folder, builder(folder)), port, persistence);
    }

    /**
     * Opens a folder to read it, at any free port; every write is refused and no byte of the folder
     * changes.
     *
     * @throws IllegalStateException if the folder has no data or a running server holds it
     */
    public static EmbeddedMongo openOffline(Path folder) {
        if (!Files.exists(folder.resolve(FILE))) {
            throw new IllegalStateException("no data in " + folder);
        }
        return serve(open(folder, builder(folder).readOnly()), 0, Durability.COMMIT);
    }

    private static MVStore.Builder builder(Path folder) {
        return new MVStore.Builder()
                .fileName(folder.resolve(FILE).toString())
                .cacheSize(CACHE_MB)
                .autoCommitDisabled()
                .autoCommitBufferSize(0);
    }

    private static MVStore open(Path folder, MVStore.Builder builder) {
        try {
            MVStore store = builder.open();
            store.setRetentionTime(0); // otherwise each commit keeps its old pages for 45 s
            return store;
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new IllegalStateException("another process uses " + folder, e);
            }
            throw e;
        }
    }

    private static EmbeddedMongo serve(MVStore store, int port, Persistence persistence) {
        try {
            return new EmbeddedMongo(store, port, persistence);
        } catch (RuntimeException e) {
            store.closeImmediately();
            throw e;
        }
    }

    /** Where clients connect, as {@code mongodb://127.0.0.1:port}. */
    public String connectionString() {
        return "mongodb://127.0.0.1:" + server.port();
    }

    ScanStatistics statistics() {
        return statistics;
    }

    /**
     * Stops accepting, ends running commands, writes everything and closes the file. Idempotent.
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.stopListening();
            commits.commit();
            server.close();
            store.close();
        }
    }
}
