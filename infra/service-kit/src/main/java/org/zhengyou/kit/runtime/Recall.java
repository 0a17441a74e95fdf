package org.zhengyou.kit.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Found;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.runtime.StateCache.Known;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.log.StoredEvent;
import org.zhengyou.log.axon.LogEventMessage;

/**
 * What one decision rests on, its own state and its grounds, all as of one position.
 *
 * <p>What is remembered is looked up before the transaction reads anything, so that no state is
 * ahead of the head which the first reading saw. What later readings find beyond that head is left
 * out here, and is what the append stumbles over.
 */
final class Recall<S> {
    private final Deciding deciding;
    private final Part<S> own;
    private final List<Part<?>> grounds = new ArrayList<>();
    private Found found = Found.NOTHING;
    private long position;

    private Recall(Deciding deciding, Ground<S> own, Set<Tag> boundary) {
        this.deciding = deciding;
        this.own = new Part<>(own, boundary);
    }

    /** Looks up what is remembered of everything that the decision about this command rests on. */
    static <C, S> Recall<S> of(Decider<C, ?, S> decider, C command, Deciding deciding) {
        Recall<S> recall = new Recall<>(deciding, decider.own(), decider.boundary().apply(command));
        for (Decider.Rest<C> rest : decider.rests())
            for (Tag tag : rest.tags().apply(command)) recall.restOn(rest.ground(), tag);
        return recall;
    }

    private <G> void restOn(Ground<G> ground, Tag tag) {
        grounds.add(new Part<>(ground, Set.of(tag)));
    }

    /** Reads what came since, within this transaction. */
    void read(EventStoreTransaction transaction) {
        if (grounds.isEmpty()) read(List.of(own), transaction);
        else alike().forEach(parts -> read(parts, transaction));
        for (Part<?> ground : grounds) found = ground.addTo(found);
    }

    /**
     * Those that fold the same events are read together, such as an organisation and the one above
     * it, if a command says that it is above itself: a transaction takes no criterion twice.
     */
    private Collection<List<Part<?>>> alike() {
        Map<EventCriteria, List<Part<?>>> alike = new LinkedHashMap<>();
        alike.computeIfAbsent(own.criteria(), c -> new ArrayList<>()).add(own);
        for (Part<?> ground : grounds)
            alike.computeIfAbsent(ground.criteria(), c -> new ArrayList<>()).add(ground);
        return alike.values();
    }

    private void read(List<Part<?>> alike, EventStoreTransaction transaction) {
        Part<?> first = alike.getFirst();
        long after = alike.stream().mapToLong(part -> part.known.position()).min().orElseThrow();
        var events = deciding.sourcing().read(transaction, first.stored, first::criteria, after);
        position = Sourcing.position(transaction);
        for (Part<?> part : alike) part.take(events);
    }

    /** The own state; to be asked after {@link #read}. */
    S own() {
        return own.known.state();
    }

    /** The grounds; to be asked after {@link #read}. */
    Found found() {
        return found;
    }

    /** The position as of which all of it is; to be asked after {@link #read}. */
    long position() {
        return position;
    }

    /** The own state, or one ground under one tag. */
    private final class Part<G> {
        private final Ground<G> ground;
        private final Set<Tag> tags;
        private final Set<org.axonframework.messaging.eventstreaming.Tag> stored;
        private Known<G> known;

        Part(Ground<G> ground, Set<Tag> tags) {
            this.ground = ground;
            this.tags = tags;
            this.stored = deciding.boundary().stored(tags);
            Known<G> remembered = deciding.states().get(ground, stored);
            this.known = remembered == null ? new Known<>(ground.initial(), 0, 0) : remembered;
        }

        EventCriteria criteria() {
            return criteria(stored);
        }

        EventCriteria criteria(Set<org.axonframework.messaging.eventstreaming.Tag> some) {
            return deciding.boundary().criteria(ground, some);
        }

        void take(Collection<LogEventMessage> events) {
            G state = known.state();
            int facts = known.facts();
            for (LogEventMessage event : events) {
                if (event.stored().position() > position) break;
                if (event.stored().position() <= known.position()) continue;
                state = ground.after(state, fact(event));
                facts++;
            }
            known = new Known<>(state, position, facts);
            deciding.states().put(ground, stored, known);
        }

        Found addTo(Found found) {
            return found.and(ground, tags.iterator().next(), known.state());
        }
    }

    private Fact<?> fact(LogEventMessage message) {
        StoredEvent stored = message.stored();
        return new Fact<>(
                deciding.service(),
                stored.position(),
                stored.id(),
                stored.type(),
                message.payload(),
                stored.effectiveAt(),
                stored.recordedAt(),
                stored.metadata());
    }
}
