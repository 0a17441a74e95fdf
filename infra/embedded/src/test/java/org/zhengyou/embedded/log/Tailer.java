package org.zhengyou.embedded.log;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.StoredEvent;

/** Follows the log all the time and remembers what it was shown: none of it may ever go away. */
final class Tailer implements AutoCloseable {
    private final MongoClient client;
    private final Thread thread;
    private final List<String> seen = new ArrayList<>();
    private volatile boolean closed;

    Tailer(String uri) {
        this.client = MongoClients.create(AppenderProcess.settings(uri));
        this.thread = Thread.ofPlatform().daemon().start(this::follow);
    }

    private void follow() {
        try (EventLog log = AppenderProcess.open(client)) {
            while (!closed) {
                read(log);
                LockSupport.parkNanos(5_000_000);
            }
        }
    }

    private void read(EventLog log) {
        try {
            List<StoredEvent> news = log.page(seen.size(), 1_000);
            synchronized (seen) {
                news.forEach(event -> seen.add(event.id()));
            }
        } catch (MongoException e) {
            LockSupport.parkNanos(20_000_000); // the server is away
        }
    }

    /** Ids of the events from position 1 on. */
    List<String> seen() {
        synchronized (seen) {
            return List.copyOf(seen);
        }
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
