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
    private final SeenTags seen;

    Sourcing(SeenTags seen) {
        this.seen = seen;
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
        Set<Tag> old = new HashSet<>();
        Set<Tag> fresh = new HashSet<>();
        for (Tag tag : tags) {
            boolean unseen = known > 0 && seen.unseen(tag.key() + '=' + tag.value());
            (unseen ? fresh : old).add(tag);
        }
        SortedMap<Long, LogEventMessage> found = new TreeMap<>();
        if (!old.isEmpty()) read(transaction, criteria.apply(old), after, found);
        if (!fresh.isEmpty()) read(transaction, criteria.apply(fresh), known, found);
        return found.values();
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
