package org.zhengyou.log.axon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexPosition;
import org.axonframework.eventsourcing.eventstore.Position;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageStream.Entry;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jspecify.annotations.Nullable;
import org.zhengyou.log.Condition;
import org.zhengyou.log.Criteria;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.NewEvent;
import org.zhengyou.log.StoredEvent;

/**
 * Axon's storage engine on the log.
 *
 * <p>Markers and tokens are positions: of the head when the sourcing began, and of the last event
 * handed out. An event's metadata entry {@code effectiveAt} (ISO-8601) goes into a field of its
 * own; without it the event holds from now on. {@code position} and {@code recordedAt} are the
 * log's to say and dropped when an event comes with them.
 */
public final class LogStorageEngine implements EventStorageEngine {
    /**
     * Metadata entry whose lines, each {@code key=value}, become tags of the event and are not
     * stored as metadata: for tags that no payload knows, such as idempotency keys.
     */
    public static final String TAG_IN_METADATA = "tags";

    private final EventLog log;
    private final Messages messages;

    /** An engine on this log; the log stays the caller's to close. */
    public LogStorageEngine(EventLog log, PayloadCodec codec) {
        this.log = log;
        this.messages = new Messages(codec, log.clock());
    }

    /** Where to source from in order to get what follows this position. */
    public static Position startAfter(long position) {
        return new GlobalIndexConsistencyMarker(position + 1).position();
    }

    /** Encodes here; writes on commit. */
    @Override
    public CompletableFuture<AppendTransaction<?>> appendEvents(
            AppendCondition condition,
            @Nullable ProcessingContext context,
            List<TaggedEventMessage<?>> events) {
        try {
            List<NewEvent> encoded = events.stream().map(messages::event).toList();
            return CompletableFuture.completedFuture(
                    new LogTransaction(log, encoded, condition(condition), condition));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Condition condition(AppendCondition condition) {
        ConsistencyMarker marker = condition.consistencyMarker();
        if (ConsistencyMarker.INFINITY.equals(marker)) {
            return Condition.none();
        }
        long after = Math.max(0, GlobalIndexConsistencyMarker.position(marker));
        return new Condition(Messages.criteria(condition.criteria()), after);
    }

    /** From a recent start position this touches memory only. */
    @Override
    public MessageStream<EventMessage> source(
            SourcingCondition condition, @Nullable ProcessingContext context) {
        long head = log.head();
        long after = Math.max(1, GlobalIndexPosition.toIndex(condition.start())) - 1;
        Criteria criteria = Messages.criteria(condition.criteria());
        List<EventMessage> found = new ArrayList<>();
        try {
            log.read(criteria, after, head).forEach(event -> found.add(messages.message(event)));
        } catch (RuntimeException e) {
            return MessageStream.failed(e).cast();
        }
        found.add(TerminalEventMessage.INSTANCE);
        Context end =
                Context.with(
                        ConsistencyMarker.RESOURCE_KEY, new GlobalIndexConsistencyMarker(head));
        return MessageStream.fromIterable(
                found, message -> message instanceof TerminalEventMessage ? end : Context.empty());
    }

    @Override
    public MessageStream<EventMessage> stream(
            StreamingCondition condition, @Nullable ProcessingContext context) {
        TrackingToken position = condition.position();
        long after = position == null ? 0 : position.position().orElse(0);
        return new LogTail(log, Messages.criteria(condition.criteria()), after, this::entry);
    }

    private Entry<EventMessage> entry(StoredEvent event) {
        Context position =
                TrackingToken.addToContext(
                        Context.empty(), new GlobalSequenceTrackingToken(event.position()));
        return new SimpleEntry<>(messages.message(event), position);
    }

    @Override
    public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
        return token(0);
    }

    @Override
    public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
        return token(log.head());
    }

    /** Streaming from it begins with the first event recorded at that moment or later. */
    @Override
    public CompletableFuture<TrackingToken> tokenAt(
            Instant at, @Nullable ProcessingContext context) {
        return token(log.positionAt(at.minusNanos(1)).orElse(0L));
    }

    private static CompletableFuture<TrackingToken> token(long position) {
        return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(position));
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("head", log.head());
    }
}
