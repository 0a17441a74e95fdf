package org.zhengyou.embedded.mongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A MongoDB-protocol server inside the JVM, on loopback only, with its data in one file of a folder
 * and the last writes in a journal beside it.
 *
 * <p>Every acknowledged write is in one of them; nothing is shown to a reader before that. After
 * {@code kill -9} the folder opens again without repair. When there is too little space left,
 * writes are refused with error 14031 and go on by themselves when there is enough again. What the
 * server cannot do as MongoDB does (transactions, change streams, updates by pipeline, partial and
 * expiring indexes, collations) it refuses with an error.
 */
public final class EmbeddedMongo implements AutoCloseable {
    private static final String FILE = "documents.mv";
    private static final String JOURNAL = "journal";

    /** More was no faster, for the device's cache is beside it, and costs the collector. */
    private static final int CACHE_MB = 8;

    private static final long REOPEN_NANOS = 500_000_000;
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMongo.class);

    private final Supplier<MVStore> opening;
    private final Path journal;
    private final Space space;
    private final Persistence persistence;
    private final ScanStatistics statistics = new ScanStatistics();
    private final WireServer server;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Storage storage;

    /** The open file with what runs commands on it. */
    private record Storage(
            MVStore store, Journal journal, StoredBackend backend, GroupCommit commits) {
        void closeImmediately() {
            store.closeImmediately();
            journal.close();
        }
    }

    private EmbeddedMongo(
            Path folder,
            Supplier<MVStore> opening,
            Space space,
            int port,
            Persistence persistence) {
        this.opening = opening;
        this.journal = folder.resolve(JOURNAL);
        this.space = space;
        this.persistence = persistence;
        this.storage = opened();
        this.server = serving(port);
    }

    private Storage opened() {
        MVStore store = opening.get();
        try {
            StoredMaps maps = new StoredMaps(store);
            Journal opened = Journal.open(maps, journal);
            StoredBackend backend = new StoredBackend(maps, opened, statistics, space);
            GroupCommit commits = new GroupCommit(opened, persistence, this::reopen);
            return new Storage(store, opened, backend, commits);
        } catch (RuntimeException e) {
            store.closeImmediately();
            throw e;
        }
    }

    private WireServer serving(int port) {
        try {
            return new WireServer(this::handler, port);
        } catch (RuntimeException e) {
            storage.closeImmediately();
            throw e;
        }
    }

    private CommandHandler handler() {
        Storage current = storage;
        return new CommandHandler(current.backend, current.commits);
    }

    /**
     * Goes on from what is in the file, as after a crash, as soon as it can be opened. Clients of
     * before are hung up on; new ones work on the new storage.
     */
    private void reopen() {
        Thread.ofPlatform().daemon().name("embedded-mongo-reopen").start(this::reopenPatiently);
    }

    private void reopenPatiently() {
        storage.closeImmediately();
        while (!isReopened()) {
            LockSupport.parkNanos(REOPEN_NANOS);
        }
    }

    private synchronized boolean isReopened() {
        try {
            if (!closed.get()) {
                storage = opened();
                LOG.info("the file was opened anew");
            }
            return true;
        } catch (RuntimeException e) {
            LOG.warn("the file cannot be opened yet: {}", e.toString());
            return false;
        }
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
        return start(folder, port, persistence, Space.RESERVE);
    }

    /** Starts a server that keeps so many bytes of the device free. */
    static EmbeddedMongo start(Path folder, int port, Persistence persistence, long reserve) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
        Space space = new Space(folder, reserve);
        return new EmbeddedMongo(
                folder, () -> open(folder, builder(folder)), space, port, persistence);
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
        Space none = new Space(folder, 0);
        return new EmbeddedMongo(
                folder, () -> open(folder, builder(folder).readOnly()), none, 0, Durability.COMMIT);
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
            stop();
        }
    }

    private synchronized void stop() {
        server.stopListening();
        storage.commits.commit();
        server.close();
        storage.journal.settle();
        storage.store.close();
        storage.journal.close();
    }
}
