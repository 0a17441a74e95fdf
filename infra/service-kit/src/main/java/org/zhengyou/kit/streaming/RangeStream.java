package org.zhengyou.kit.streaming;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.zhengyou.log.EventLog;

/**
 * A log as a stream of ranges instead of single events: what Axon does per message (tokens,
 * contexts, futures) is done once per batch. One range is handled at a time; the next one takes in
 * everything that was appended meanwhile. Pushed by the log, never polled; never completes and
 * never fails, for Axon 5.0.1 reopens a completed stream in a hot loop (issue 4839).
 */
final class RangeStream implements MessageStream<EventMessage> {
    static final MessageType TYPE = new MessageType("zhengyou.LogRange", "1");
    private static final int MOST_EVENTS = 256;

    private final EventLog log;
    private final Pace pace;
    private final AutoCloseable registration;
    private volatile Runnable callback = () -> {};
    private volatile boolean closed;
    private long last;
    private boolean inHand;
    private boolean alarmSet;
    private long handedOutAt = System.nanoTime();
    private long notBefore = handedOutAt;

    RangeStream(EventLog log, long after, Pace pace) {
        this.log = log;
        this.last = after;
        this.pace = pace;
        this.registration = log.onAppend(this::wakeUp);
    }

    @Override
    public synchronized Optional<Entry<EventMessage>> next() {
        if (!hasNextAvailable()) return Optional.empty();
        LogRange range = range();
        last = range.upTo();
        inHand = true;
        handedOutAt = System.nanoTime();
        return Optional.of(entry(range));
    }

    @Override
    public synchronized Optional<Entry<EventMessage>> peek() {
        return hasNextAvailable() ? Optional.of(entry(range())) : Optional.empty();
    }

    @Override
    public synchronized boolean hasNextAvailable() {
        return !closed && !inHand && rest() <= 0 && last < log.head();
    }

    private LogRange range() {
        return new LogRange(last, Math.min(log.head(), last + MOST_EVENTS), this);
    }

    private static Entry<EventMessage> entry(LogRange range) {
        TrackingToken token = new GlobalSequenceTrackingToken(range.upTo());
        EventMessage message =
                new GenericEventMessage(
                        Long.toString(range.upTo()), TYPE, range, Map.of(), Instant.EPOCH);
        return new SimpleEntry<>(message, TrackingToken.addToContext(Context.empty(), token));
    }

    private long rest() {
        return notBefore - System.nanoTime();
    }

    /** The range handed out last was handled, or that has failed. */
    void done() {
        synchronized (this) {
            long now = System.nanoTime();
            inHand = false;
            notBefore = now + pace.restNanos(now - handedOutAt);
        }
        wakeUp();
    }

    /** Tells the coordinator now, or when the rest is over. */
    private void wakeUp() {
        synchronized (this) {
            if (closed || inHand || alarmSet || last >= log.head()) return;
            long rest = rest();
            if (rest > 0) {
                alarmSet = true;
                var _ =
                        SharedThreads.coordinator()
                                .schedule(this::alarm, rest, TimeUnit.NANOSECONDS);
                return;
            }
        }
        callback.run();
    }

    private void alarm() {
        synchronized (this) {
            alarmSet = false;
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
        return false;
    }

    @Override
    public void close() {
        closed = true;
        try {
            registration.close();
        } catch (Exception e) {
            throw new IllegalStateException("leaving the log does not fail", e);
        }
    }
}
