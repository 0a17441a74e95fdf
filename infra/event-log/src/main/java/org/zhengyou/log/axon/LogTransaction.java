package org.zhengyou.log.axon;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.jspecify.annotations.Nullable;
import org.zhengyou.log.Condition;
import org.zhengyou.log.ConflictingAppendException;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.NewEvent;

/** The events of one unit of work. Writes on the committing thread, which would only wait. */
final class LogTransaction implements AppendTransaction<Long> {
    private final EventLog log;
    private final List<NewEvent> events;
    private final Condition condition;
    private final AppendCondition asked;

    LogTransaction(
            EventLog log, List<NewEvent> events, Condition condition, AppendCondition asked) {
        this.log = log;
        this.events = events;
        this.condition = condition;
        this.asked = asked;
    }

    @Override
    public CompletableFuture<Long> commit(@Nullable ProcessingContext context) {
        try {
            return CompletableFuture.completedFuture(
                    events.isEmpty() ? log.head() : log.append(events, condition));
        } catch (ConflictingAppendException e) {
            return CompletableFuture.failedFuture(
                    AppendEventsTransactionRejectedException.conflictingEventsDetected(
                            asked.consistencyMarker()));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Nothing is written before the commit. */
    @Override
    public void rollback(@Nullable ProcessingContext context) {}

    @Override
    public CompletableFuture<ConsistencyMarker> afterCommit(
            Long position, @Nullable ProcessingContext context) {
        return CompletableFuture.completedFuture(new GlobalIndexConsistencyMarker(position));
    }
}
