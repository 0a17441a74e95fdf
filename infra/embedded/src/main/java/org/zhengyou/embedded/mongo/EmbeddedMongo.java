package org.zhengyou.embedded.mongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhengyou.embedded.Secret;

/**
 * A MongoDB-protocol server inside the JVM, on loopback only, with its data in one file of a folder
 * and the last writes in a journal beside it. It answers those who show the secret of the folder.
 *
 * <p>Every acknowledged write is in one of them; nothing is shown to a reader before that. After
 * {@code kill -9} the folder opens again without repair. When there is too little space left,
 * writes are refused with error 14031 and go on by themselves when there is enough again. What the
 * server cannot do as MongoDB does (transactions, change streams, updates by pipeline, partial and
 * expiring indexes, collations) it refuses with an error.
 */
public final class EmbeddedMongo implements AutoCloseable {
    private static final long REOPEN_NANOS = 500_000_000;
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMongo.class);

    private final Storage.Place place;
    private final Persistence persistence;
    private final Secret secret;
    private final ScanStatistics statistics = new ScanStatistics();
    private final WireServer server;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Storage storage;

    private EmbeddedMongo(Storage.Place place, int port, Persistence persistence, Secret secret) {
        this.place = place;
        this.persistence = persistence;
        this.secret = secret;
        this.storage = opened();
        this.server = serving(port);
    }

    private Storage opened() {
        return Storage.open(place, persistence, statistics, this::reopen);
    }

    private WireServer serving(int port) {
        try {
            return new WireServer(this::handler, port);
        } catch (RuntimeException e) {
            storage.abandon();
            throw e;
        }
    }

    private CommandHandler handler() {
        Storage current = storage;
        return new CommandHandler(current.backend(), current.commits(), new SignIn(secret));
    }

    /**
     * Goes on from what is in the file, as after a crash, as soon as it can be opened. Clients of
     * before are hung up on; new ones work on the new storage.
     */
    private void reopen() {
        Thread.ofPlatform().daemon().name("embedded-mongo-reopen").start(this::reopenPatiently);
    }

    private void reopenPatiently() {
        storage.abandon();
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
        } catch (RuntimeException | Error e) { // nobody else would open it
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
        return start(Storage.Place.at(folder), port, persistence);
    }

    /** Starts a server at a place with other limits. */
    static EmbeddedMongo start(Storage.Place place, int port, Persistence persistence) {
        try {
            Files.createDirectories(place.folder());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + place.folder(), e);
        }
        return new EmbeddedMongo(place, port, persistence, Secret.of(place.folder()));
    }

    /**
     * Opens a folder to read it, at any free port; every write is refused and no byte of the folder
     * changes.
     *
     * @throws IllegalStateException if the folder has no data or a running server holds it
     */
    public static EmbeddedMongo openOffline(Path folder) {
        Storage.Place place = Storage.Place.offline(folder);
        if (!place.hasData()) {
            throw new IllegalStateException("no data in " + folder);
        }
        return new EmbeddedMongo(place, 0, Durability.COMMIT, Secret.ofNow());
    }

    /**
     * Where clients connect, with the secret that they show: {@code
     * mongodb://platform:secret@127.0.0.1:port/?authMechanism=PLAIN}.
     */
    public String connectionString() {
        return "mongodb://%s:%s@127.0.0.1:%d/?authMechanism=%s"
                .formatted(Secret.USER, secret.text(), server.port(), SignIn.MECHANISM);
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
        storage.commits().commit();
        server.close();
        storage.close();
    }
}
