package org.zhengyou.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A transaction that waits to be written; everything that can be prepared is. */
final class Pending {
    private final List<NewEvent> events;
    private final List<byte[]> bodies;
    private final byte[] content;
    private final Condition condition;
    private final boolean awaited;
    private final long since = System.nanoTime();
    private final CompletableFuture<Long> done = new CompletableFuture<>();
    private @Nullable Runnable outcome;

    /** First position of the log that the condition still has to be checked against, less one. */
    private volatile long checked;

    /**
     * Checks the limits.
     *
     * @param awaited whether a thread blocks on the outcome, so that no foreign code hangs on it
     */
    Pending(List<NewEvent> events, Condition condition, Limits limits, boolean awaited) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a transaction has at least one event");
        }
        this.events = List.copyOf(events);
        this.bodies = this.events.stream().map(Chain::body).toList();
        this.condition = condition;
        this.awaited = awaited;
        this.checked = condition.after();
        limits.check(this.events, bodies);
        this.content = TransactionCodec.content(at(0, Instant.EPOCH));
    }

    private List<StoredEvent> at(long first, Instant recordedAt) {
        List<StoredEvent> stored = new ArrayList<>(events.size());
        for (NewEvent event : events) {
            stored.add(StoredEvent.of(event, first + stored.size(), recordedAt));
        }
        return stored;
    }

    /** Where it would lie behind this head. */
    Transaction behind(Head head, long recordedAtMillis) {
        long first = head.position() + 1;
        List<byte[]> leaves = new ArrayList<>(events.size());
        for (byte[] body : bodies) {
            leaves.add(Chain.leaf(first + leaves.size(), recordedAtMillis, body));
        }
        List<StoredEvent> stored = at(first, Instant.ofEpochMilli(recordedAtMillis));
        return new Transaction(stored, Chain.next(head.hash(), leaves), content);
    }

    long bytes() {
        return bodies.stream().mapToLong(body -> body.length).sum();
    }

    Condition condition() {
        return condition;
    }

    long checked() {
        return checked;
    }

    /** Nothing up to this position violates the condition. */
    void checkedUpTo(long position) {
        checked = position;
    }

    long waitedNanos() {
        return System.nanoTime() - since;
    }

    CompletableFuture<Long> done() {
        return done;
    }

    /** It is in the log. */
    void written(long lastPosition) {
        outcome = () -> done.complete(lastPosition);
    }

    /** It is not, or nobody knows. */
    void failed(Throwable cause) {
        outcome = () -> done.completeExceptionally(cause);
    }

    /**
     * Tells the caller what became of it. Who hangs code of its own on the future must not hold up
     * the others.
     */
    void tell() {
        Runnable telling = Objects.requireNonNull(outcome, "nothing became of it yet");
        if (awaited) {
            telling.run();
        } else {
            Thread.startVirtualThread(telling);
        }
    }
}
