package org.zhengyou.log;

import com.mongodb.client.MongoCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Asks for the next batch while the last one is being worked on, so that the server and its client
 * are busy at the same time. Holds two batches in memory.
 */
final class ReadAhead<T> implements AutoCloseable {
    private final MongoCursor<T> cursor;
    private CompletableFuture<List<T>> next;

    /** Begins to read at once; closes the cursor in the end. */
    ReadAhead(MongoCursor<T> cursor) {
        this.cursor = cursor;
        this.next = later();
    }

    /** What follows; empty at the end. */
    List<T> batch() {
        try {
            List<T> batch = next.join();
            next = later();
            return batch;
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private CompletableFuture<List<T>> later() {
        return CompletableFuture.supplyAsync(this::read, Thread::startVirtualThread);
    }

    /** What the server sent at once. */
    private List<T> read() {
        List<T> batch = new ArrayList<>();
        if (cursor.hasNext()) {
            do {
                batch.add(cursor.next());
            } while (cursor.available() > 0);
        }
        return batch;
    }

    /** Waits for the last read: a cursor is not for two threads at once. */
    @Override
    public void close() {
        next.handle((batch, failed) -> batch).join();
        cursor.close();
    }
}
