package org.zhengyou.log;

import java.util.List;
import java.util.Optional;

/**
 * What this process knows of the end of the log. Only the holder of the write lock moves it; a
 * reader that sees a head finds every event up to it in the window or in the store.
 */
final class Tail {
    private final Store store;
    private final Window window;
    private volatile Head head;

    Tail(Store store, LogOptions options) {
        this.store = store;
        this.head = store.head();
        this.window = new Window(head.position(), options.windowEvents(), options.windowBytes());
    }

    Head head() {
        return head;
    }

    /** The next transaction of the log. */
    void advance(Transaction transaction) {
        transaction.events().forEach(window::add);
        head = transaction.head();
    }

    /** Matching events in {@code (after, min(upTo, head)]}, in order, {@code max} at most. */
    List<StoredEvent> read(Criteria criteria, long after, long upTo, int max) {
        long last = Math.min(upTo, head.position());
        if (after >= last || criteria.any().isEmpty()) {
            return List.of();
        }
        return window.read(criteria, after, last, max)
                .orElseGet(() -> store.read(criteria, after, last, max));
    }

    /** The next events after this position, {@code max} at most. */
    List<StoredEvent> page(long after, int max) {
        long last = head.position();
        return window.read(Criteria.all(), after, last, max)
                .orElseGet(() -> store.page(after, last, max));
    }

    /** The first event after the condition's position that violates it. */
    Optional<StoredEvent> conflict(Criteria criteria, long after) {
        return read(criteria, after, Long.MAX_VALUE, 1).stream().findFirst();
    }
}
