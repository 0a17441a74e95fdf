package org.zhengyou.kit.streaming;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.StreamableEventSource;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jspecify.annotations.Nullable;
import org.zhengyou.log.EventLog;

/** A log as Axon's processors read it: in ranges. A token is the position of the last event. */
final class LogSource implements StreamableEventSource {
    private final EventLog log;
    private final Pace pace;

    LogSource(EventLog log, Pace pace) {
        this.log = log;
        this.pace = pace;
    }

    /** The position that a token stands for; 0 for none. */
    static long position(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }

    @Override
    public MessageStream<EventMessage> open(
            StreamingCondition condition, @Nullable ProcessingContext context) {
        return new RangeStream(log, position(condition.position()), pace);
    }

    @Override
    public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
        return at(0);
    }

    @Override
    public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
        return at(log.head());
    }

    @Override
    public CompletableFuture<TrackingToken> tokenAt(
            Instant at, @Nullable ProcessingContext context) {
        return at(log.positionAt(at).orElse(0L));
    }

    private static CompletableFuture<TrackingToken> at(long position) {
        return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(position));
    }
}
