package org.zhengyou.kit.streaming;

import java.util.Set;
import java.util.function.LongConsumer;
import org.axonframework.messaging.core.Message;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventHandler;
import org.axonframework.messaging.eventhandling.EventHandlerRegistry;
import org.axonframework.messaging.eventhandling.EventHandlingComponent;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.zhengyou.log.EventLog;

/** Handles ranges of a log with a {@link BatchHandler}, before the token is stored. */
final class RangeHandling implements EventHandlingComponent {
    private final EventLog log;
    private final BatchHandler handler;
    private final LongConsumer handled;

    RangeHandling(EventLog log, BatchHandler handler, LongConsumer handled) {
        this.log = log;
        this.handler = handler;
        this.handled = handled;
    }

    @Override
    public MessageStream.Empty<Message> handle(EventMessage message, ProcessingContext context) {
        if (!(message.payload() instanceof LogRange range))
            throw new IllegalArgumentException("not a range: " + message.type());
        context.runOnPostInvocation(c -> handle(range));
        // Also after a failure: where only the token could not be stored, Axon keeps the stream.
        context.doFinally(c -> range.stream().done());
        return MessageStream.empty();
    }

    /** An Error would leave Axon 5.0.1 waiting for ever (issue 4697), so it goes on as another. */
    private void handle(LogRange range) {
        try {
            handler.handle(range.read(log));
        } catch (RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while handling events", e);
        } catch (Throwable e) {
            throw new IllegalStateException("handling events failed", e);
        }
        handled.accept(range.upTo());
    }

    @Override
    public Set<QualifiedName> supportedEvents() {
        return Set.of(RangeStream.TYPE.qualifiedName());
    }

    /** One sequence. Never empty: that would stop Axon 5.0.1 for good (issue 4797). */
    @Override
    public Object sequenceIdentifierFor(EventMessage event, ProcessingContext context) {
        return "log";
    }

    @Override
    public EventHandlerRegistry subscribe(QualifiedName name, EventHandler handler) {
        throw new UnsupportedOperationException("ranges have one handler");
    }
}
