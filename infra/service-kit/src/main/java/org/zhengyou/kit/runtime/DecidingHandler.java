package org.zhengyou.kit.runtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.attestation.Lateness;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Refusal;
import org.zhengyou.kit.personal.PersonalValues;

/**
 * The thin shell around one decider: reads what its boundary says, decides, hands the events to the
 * event store, which appends them if nothing within the boundary came in between.
 */
final class DecidingHandler<C, E, S> {
    private static final String VERSION = "1";
    private static final int ATTEMPTS = 20;

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
        Decided<E> decided = decide(command, recall, task);
        task.refused(decided.refusal());
        List<String> types = decided.events().stream().map(this::name).toList();
        task.done(new CommandResult(recall.position(), types, false));
        if (types.isEmpty()) return;
        if (task.dry()) {
            task.would(decided.events());
            return;
        }
        append(decided.events(), envelopes(task, recall.own(), decided), transaction);
        report(task, types, transaction, context);
    }

    /** What was decided, on what, and to what a rule said no if that left these events. */
    private record Decided<E>(
            List<? extends E> events,
            DecisionBasis given,
            Looking looking,
            @Nullable Refusal refusal) {}

    /**
     * Decides on rows at one basis. Who has met a row of a batch that is just being written waits
     * until that is announced, and decides again.
     */
    private Decided<E> decide(C command, Recall<S> recall, Task task) {
        Looking looking = deciding.knowledge().get().looking(Basis.NOTHING);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            DecisionBasis given = DecisionBasis.of(task, looking, recall.found());
            Decided<E> decided = decide(command, recall.own(), given, looking);
            if (looking.basis().covers(looking.met())) return decided;
            looking = deciding.knowledge().get().looking(looking.met());
        }
        throw new TimeLimitExceededException("what was looked up never stood still");
    }

    private Decided<E> decide(C command, S state, DecisionBasis given, Looking looking) {
        try {
            return new Decided<>(decider.answer(state, command, given), given, looking, null);
        } catch (Refusal refusal) {
            if (refusal.facts().isEmpty()) throw refusal;
            var left = refusal.facts().stream().map(decider.emits()::cast).toList();
            return new Decided<>(left, given, looking, refusal);
        }
    }

    private void append(
            List<? extends E> events,
            List<Map<String, String>> envelopes,
            EventStoreTransaction transaction) {
        for (int i = 0; i < events.size(); i++)
            transaction.appendEvent(message(events.get(i), envelopes.get(i)));
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

    /** The tags of an own event; what stands for a personal value is forgotten with its person. */
    Set<Tag> tags(Object event) {
        return Boundary.stored(
                decider.tags().apply(decider.emits().cast(event)),
                value -> deciding.aliases().get().of(value, owner(event)));
    }

    private static String owner(Object event) {
        SortedSet<String> persons = PersonalValues.persons(List.of(event));
        if (persons.size() != 1)
            throw new IllegalStateException("a blind tag on values of " + persons.size());
        return persons.first();
    }

    /** Commands with the same text run one by one. */
    String lockKey(Object command) {
        String key = decider.commandKey().apply(decider.commands().cast(command));
        return decider.name() + '=' + key;
    }

    Decider<C, E, S> decider() {
        return decider;
    }

    /** The metadata of each event. */
    private List<Map<String, String>> envelopes(Task task, S state, Decided<E> decided) {
        Map<String, String> common =
                EventMetadata.of(task, decided.given(), decided.looking().basis());
        deciding.requests().stamp(task, common);
        EventMetadata.refused(common, decided.refusal());
        if (deciding.attestsLateActs())
            Lateness.cited(decided.given(), task.sentAt())
                    .ifPresent(cited -> common.put(EventMetadata.BACKDATE, cited));
        String committee = OrganizationDirectory.committee(decided.given()).orElse(null);
        List<Map<String, String>> all = new ArrayList<>();
        int count = decided.events().size();
        for (E event : decided.events()) {
            Map<String, String> one = new HashMap<>(common);
            var concern = decider.concern().concern(state, event, decided.given());
            EventMetadata.concern(one, concern, committee);
            if (count > 1) one.put(EventMetadata.DECISION, all.size() + 1 + "/" + count);
            all.add(one);
        }
        if (task.envelope().effectiveAt() == null) all.getFirst().put(EventMetadata.UNDATED, "");
        var persons = PersonalValues.persons(decided.events());
        deciding.text().stamp(all, task.command(), task.actor().person(), persons);
        return all;
    }

    private EventMessage message(E event, Map<String, String> metadata) {
        return new GenericEventMessage(
                NewIds.next().toString(),
                new MessageType(name(event), VERSION),
                event,
                metadata,
                Instant.EPOCH); // the log says when it was recorded
    }

    private String name(E event) {
        return deciding.names().name(event.getClass());
    }
}
