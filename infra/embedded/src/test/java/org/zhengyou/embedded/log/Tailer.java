package org.zhengyou.embedded.log;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.StoredEvent;

/** Follows the log all the time and remembers what it was shown: none of it may ever go away. */
final class Tailer implements AutoCloseable {
    private final MongoClient client;
    private final Duration patience;
    private final Thread thread;
    private final List<String> seen = new ArrayList<>();
    private volatile @Nullable Throwable failure;
    private volatile boolean closed;

    /**
     * Follows the log on this server.
     *
     * @param patience how long it has to catch up when the log has come to its end
     */
    Tailer(String uri, Duration patience) {
        this.patience = patience;
        this.client = MongoClients.create(AppenderProcess.settings(uri));
        this.thread = Thread.ofPlatform().daemon().start(this::follow);
    }

    private void follow() {
        try (EventLog log = AppenderProcess.open(client)) {
            while (!closed) {
                read(log);
                LockSupport.parkNanos(5_000_000);
            }
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    private void read(EventLog log) {
        try {
            List<StoredEvent> news = log.page(count(), 1_000);
            synchronized (seen) {
                news.forEach(event -> seen.add(event.id()));
            }
        } catch (MongoException e) {
            LockSupport.parkNanos(20_000_000); // the server is away
        }
    }

    private int count() {
        synchronized (seen) {
            return seen.size();
        }
    }

    /** Ids of the events from position 1 on. */
    private List<String> seen() {
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }

    /** What is wrong with what it was shown of this log, once it has had time to catch up. */
    List<String> faults(List<String> log) {
        long start = System.nanoTime();
        while (count() < log.size()
                && failure == null
                && System.nanoTime() - start < patience.toNanos()) {
            LockSupport.parkNanos(10_000_000);
        }
        List<String> faults = new ArrayList<>();
        if (failure != null) {
            faults.add("a reader failed: " + failure);
        }
        List<String> shown = seen();
        int both = Math.min(shown.size(), log.size());
        if (shown.size() > log.size() || !shown.subList(0, both).equals(log.subList(0, both))) {
            faults.add("a reader was shown something else");
        } else if (both < log.size()) {
            faults.add("a reader was shown " + both + " of " + log.size() + " events");
        }
        return faults;
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.close();
    }
}
