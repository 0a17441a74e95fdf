package org.zhengyou.log.axon;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhengyou.log.Criteria;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.StoredEvent;

/**
 * The log as an endless stream: pushed when it grows, read page by page.
 *
 * <p>Never completes and never fails: Axon 5.0.1 mishandles streams that do, up to reopening them
 * in a hot loop (issues 4785 and 4839). What cannot be read now is read a second later.
 */
final class LogTail implements MessageStream<EventMessage> {
    private static final Logger LOG = LoggerFactory.getLogger(LogTail.class);
    private static final int PAGE = 1_000;
    private static final Executor LATER = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    private final EventLog log;
    private final Criteria criteria;
    private final Function<StoredEvent, Entry<EventMessage>> entry;
    private final Queue<StoredEvent> page = new ArrayDeque<>();
    private final AutoCloseable registration;
    private volatile Runnable callback = () -> {};
    private volatile boolean closed;
    private long last;
    private boolean waiting;

    LogTail(
            EventLog log,
            Criteria criteria,
            long after,
            Function<StoredEvent, Entry<EventMessage>> entry) {
        this.log = log;
        this.criteria = criteria;
        this.last = after;
        this.entry = entry;
        this.registration = log.onAppend(this::wakeUp);
    }

    private void wakeUp() {
        if (!closed) {
            callback.run();
        }
    }

    @Override
    public synchronized Optional<Entry<EventMessage>> next() {
        fill();
        return entry(page.poll());
    }

    @Override
    public synchronized Optional<Entry<EventMessage>> peek() {
        fill();
        return entry(page.peek());
    }

    @Override
    public synchronized boolean hasNextAvailable() {
        fill();
        return !page.isEmpty();
    }

    private Optional<Entry<EventMessage>> entry(@Nullable StoredEvent event) {
        return Optional.ofNullable(event).map(entry);
    }

    private void fill() {
        while (!closed && !waiting && page.isEmpty() && last < log.head()) {
            try {
                List<StoredEvent> read = log.page(last, PAGE);
                for (StoredEvent event : read) {
                    last = event.position();
                    if (criteria.matches(event.type(), event.tags())) {
                        page.add(event);
                    }
                }
            } catch (RuntimeException e) {
                LOG.error("the log cannot be read after {}, trying again", last, e);
                waiting = true;
                LATER.execute(this::retry);
            }
        }
    }

    private void retry() {
        synchronized (this) {
            waiting = false;
        }
        wakeUp();
    }

    @Override
    public void setCallback(Runnable other) {
        callback = other;
        other.run();
    }

    @Override
    public Optional<Throwable> error() {
        return Optional.empty();
    }

    @Override
    public boolean isCompleted() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        page.clear();
        try {
            registration.close();
        } catch (Exception e) {
            throw new IllegalStateException("leaving the log does not fail", e);
        }
    }
}
