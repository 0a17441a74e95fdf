package org.zhengyou.kit.runtime;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.axonframework.common.FutureUtils;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.zhengyou.log.axon.LogEventMessage;
import org.zhengyou.log.axon.LogStorageEngine;

/**
 * Reads events by tag within a transaction of the event store, whose append condition then covers
 * them. Asks the store only for tags that may be in it.
 */
final class Sourcing {
    private static final int MOST_TAGS = 128;
    private static final int MOST_EVENTS = 64;

    /** All events of one question up to a position. */
    private record Answer(SortedMap<Long, LogEventMessage> events, long position) {}

    private final SeenTags seen;
    private final RecentValues<EventCriteria, Answer> shared;

    /**
     * Remembers what few events were found under a tag, for many new things hang on the same old
     * one: every activity on its campaign.
     *
     * @param cached how many answers may be kept in memory; of those at most {@value #MOST_TAGS}
     *     are, each of at most {@value #MOST_EVENTS} events
     */
    Sourcing(SeenTags seen, int cached) {
        this.seen = seen;
        this.shared = new RecentValues<>(Math.min(cached, MOST_TAGS));
    }

    /**
     * Events after a position that carry at least one of the tags, in order.
     *
     * @param criteria what to look for, by tags
     */
    Collection<LogEventMessage> read(
            EventStoreTransaction transaction,
            Set<Tag> tags,
            Function<Set<Tag>, EventCriteria> criteria,
            long after) {
        long known = after == 0 ? seen.known() : 0;
        SortedMap<Long, LogEventMessage> found = new TreeMap<>();
        if (known == 0) {
            read(transaction, criteria.apply(tags), after, found);
            return found.values();
        }
        Set<Tag> old = new HashSet<>();
        Set<Tag> fresh = new HashSet<>();
        for (Tag tag : tags) (seen.unseen(tag.key() + '=' + tag.value()) ? fresh : old).add(tag);
        for (Tag tag : old) found.putAll(shared(transaction, criteria.apply(Set.of(tag))));
        if (!fresh.isEmpty()) read(transaction, criteria.apply(fresh), known, found);
        return found.values();
    }

    private SortedMap<Long, LogEventMessage> shared(
            EventStoreTransaction transaction, EventCriteria criteria) {
        Answer before = shared.get(criteria);
        if (before == null) before = new Answer(new TreeMap<>(), 0);
        SortedMap<Long, LogEventMessage> events = new TreeMap<>(before.events());
        read(transaction, criteria, before.position(), events);
        // The first of several readings may have ended earlier than this one.
        long position = Math.max(before.position(), position(transaction));
        if (events.size() <= MOST_EVENTS) shared.put(criteria, new Answer(events, position));
        return events;
    }

    /** The position up to which everything that was read is known to be complete. */
    static long position(EventStoreTransaction transaction) {
        ConsistencyMarker marker = transaction.appendPosition();
        return Math.max(0, GlobalIndexConsistencyMarker.position(marker));
    }

    private static void read(
            EventStoreTransaction transaction,
            EventCriteria criteria,
            long after,
            SortedMap<Long, LogEventMessage> into) {
        SourcingCondition condition =
                SourcingCondition.conditionFor(LogStorageEngine.startAfter(after), criteria);
        CompletableFuture<SortedMap<Long, LogEventMessage>> read =
                transaction
                        .source(condition)
                        .reduce(
                                into,
                                (found, entry) -> {
                                    LogEventMessage event = (LogEventMessage) entry.message();
                                    found.put(event.stored().position(), event);
                                    return found;
                                });
        FutureUtils.joinAndUnwrap(read);
    }
}
