package org.zhengyou.kit.runtime;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.zhengyou.kit.decide.Decider;

/**
 * The thin shell around one decider: reads what its boundary says, decides, hands the events to the
 * event store, which appends them if nothing within the boundary came in between.
 */
final class DecidingHandler<C, E, S> {
    private static final String VERSION = "1";

    private final Decider<C, E, S> decider;
    private final Deciding deciding;

    DecidingHandler(Decider<C, E, S> decider, Deciding deciding) {
        this.decider = decider;
        this.deciding = deciding;
    }

    /** Leaves the result in the task; the position of new events once they are appended. */
    void handle(Task task, EventStore store, ProcessingContext context) {
        EventStoreTransaction transaction = store.transaction(context);
        C command = decider.commands().cast(task.command());
        Recall<S> recall = Recall.of(decider, command, deciding);
        Optional<CommandResult> earlier = deciding.requests().answered(task, transaction);
        if (earlier.isPresent()) {
            task.done(earlier.get());
            return;
        }
        recall.read(transaction);
        DecisionBasis basis = DecisionBasis.of(task, deciding.lookup().get(), recall.found());
        List<? extends E> events = decider.decide().decide(recall.own(), command, basis);
        List<String> types = events.stream().map(this::name).toList();
        task.done(new CommandResult(recall.position(), types, false));
        if (events.isEmpty()) return;
        String grounds = basis.grounds();
        if (task.dry()) {
            task.would(events);
            return;
        }
        append(events, metadata(task, grounds), transaction);
        report(task, types, transaction, context);
    }

    private void append(
            List<? extends E> events,
            Map<String, String> metadata,
            EventStoreTransaction transaction) {
        for (E event : events) transaction.appendEvent(message(event, metadata));
    }

    private void report(
            Task task,
            List<String> types,
            EventStoreTransaction transaction,
            ProcessingContext context) {
        long start = System.nanoTime();
        context.whenComplete(
                committed -> {
                    deciding.meters().appended(start);
                    task.done(new CommandResult(Sourcing.position(transaction), types, false));
                });
    }

    /** The tags of an own event. */
    Set<Tag> tags(Object event) {
        return deciding.boundary().stored(decider.tags().apply(decider.emits().cast(event)));
    }

    /** Commands with the same text run one by one. */
    String lockKey(Object command) {
        String key = decider.commandKey().apply(decider.commands().cast(command));
        return decider.name() + '=' + key;
    }

    Decider<C, E, S> decider() {
        return decider;
    }

    private Map<String, String> metadata(Task task, String grounds) {
        Map<String, String> metadata = new HashMap<>();
        EventMetadata.fill(metadata, task, grounds);
        deciding.requests().stamp(task, metadata);
        return metadata;
    }

    private EventMessage message(E event, Map<String, String> metadata) {
        return new GenericEventMessage(
                EventIds.next().toString(),
                new MessageType(name(event), VERSION),
                event,
                metadata,
                Instant.EPOCH); // the log says when it was recorded
    }

    private String name(E event) {
        return deciding.names().name(event.getClass());
    }
}
