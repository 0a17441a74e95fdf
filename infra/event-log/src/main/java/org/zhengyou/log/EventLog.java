package org.zhengyou.log;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A log. Any number of processes may have the same collection open; within a process open it once,
 * so that its callers share batches and memory.
 *
 * <p>Guarantees: positions start at 1 and have no gaps; a transaction is in the log as a whole or
 * not at all; every reader sees the same events in the same order, none of which ever changes or
 * goes away; of two transactions whose conditions exclude each other one is refused, whichever
 * processes they come from; recordedAt never decreases with the position.
 *
 * <p>All methods are safe for any number of threads. Reading methods throw the driver's {@code
 * MongoException} if the store cannot be read and {@link CorruptLogException} if it makes no sense.
 */
public final class EventLog implements AutoCloseable {
    private final Store store;
    private final Tail tail;
    private final LogOptions options;
    private final WakeUps wakeUps = new WakeUps();
    private final Appender appender;
    private volatile @Nullable String identity;

    private EventLog(String name, Store store, LogOptions options, @Nullable Turns turns) {
        this.store = store;
        this.options = options;
        this.tail = new Tail(store, options);
        Writer writer = new Writer(store, tail, options);
        this.appender = new Appender(name, writer, options, wakeUps, turns);
    }

    /**
     * Opens the log in this collection, which may be empty, and creates the index by tag. Right for
     * a log to which one process appends at a time; several are safe, but get in each other's way.
     *
     * @throws CorruptLogException if its last document is no transaction
     */
    public static EventLog open(MongoCollection<Document> collection, LogOptions options) {
        return open(collection, options, null);
    }

    /**
     * Opens the log in the collection of this name. Processes that open it like this and append at
     * the same time take turns, for which they use the collection {@code name_turns} beside it:
     * faster for many writers, no safer. As long as one process appends, that is never touched.
     *
     * @throws CorruptLogException if its last document is no transaction
     */
    public static EventLog open(MongoDatabase database, String name, LogOptions options) {
        Duration patience = options.timeLimit().dividedBy(5);
        Turns turns = new Turns(database.getCollection(name + "_turns"), patience);
        return open(database.getCollection(name), options, turns);
    }

    private static EventLog open(
            MongoCollection<Document> collection, LogOptions options, @Nullable Turns turns) {
        Store store = new Store(collection, options.timeLimit());
        store.createIndex();
        return new EventLog(collection.getNamespace().getFullName(), store, options, turns);
    }

    /**
     * Appends the events as one transaction and waits until a majority has it on disk. A thread
     * that is interrupted meanwhile waits on, for others may be in the same batch, and is
     * interrupted afterwards.
     *
     * @param events at least one; positions are given in their order
     * @param condition what must hold; {@link Condition#none()} if nothing must
     * @return position of the last event; that of the first is {@code events.size() - 1} less
     * @throws ConflictingAppendException if the condition does not hold; nothing was written
     * @throws LogLimitExceededException if the transaction is too large; nothing was written
     * @throws LogUnavailableException if nothing was written for another reason, and nothing will
     *     be
     * @throws AppendOutcomeUnknownException if nobody could be asked, within the time limit,
     *     whether it was written: it may be there or may still arrive
     * @throws CorruptLogException if the log makes no sense; this log takes no more events
     * @throws IllegalArgumentException if there is no event
     */
    public long append(List<NewEvent> events, Condition condition) {
        Pending pending = new Pending(events, condition, options.limits(), true);
        checkAhead(pending);
        return appender.append(pending);
    }

    /**
     * Like {@link #append}, but returns at once. The future completes, with what {@code append}
     * returns or throws, on a thread of its own; limits and conditions that fail already are thrown
     * here. Cancelling the future does not take the events back.
     */
    public CompletableFuture<Long> appendAsync(List<NewEvent> events, Condition condition) {
        Pending pending = new Pending(events, condition, options.limits(), false);
        checkAhead(pending);
        appender.enqueue(pending);
        return pending.done().copy();
    }

    /** An old condition needs a query: better here, in parallel, than under the write lock. */
    private void checkAhead(Pending pending) {
        Condition condition = pending.condition();
        long head = tail.head().position();
        conflict(condition)
                .ifPresent(
                        event -> {
                            throw new ConflictingAppendException(condition, event.position());
                        });
        pending.checkedUpTo(Math.max(condition.after(), head));
    }

    private Optional<StoredEvent> conflict(Condition condition) {
        try {
            return tail.conflict(condition.criteria(), condition.after());
        } catch (MongoException e) {
            throw new LogUnavailableException("the condition cannot be checked", e);
        }
    }

    /** Position of the last event that this process knows; 0 if the log is empty. */
    public long head() {
        return tail.head().position();
    }

    /** The last position that this process knows and the hash over everything up to it. */
    public ChainHead chainHead() {
        return tail.head().chained();
    }

    /**
     * The identity of the log: the leaf of its first event as 64 hexadecimal digits. It is random,
     * for that event's id is; it is as old as the log, lies in it and is covered by its hashes.
     * What was restored from a copy has the same one and another leaf at some position; what was
     * begun anew has another one.
     *
     * @return empty as long as the log is
     */
    public Optional<String> identity() {
        String known = identity;
        if (known == null) {
            known = page(0, 1).stream().findFirst().map(Chain::leafHex).orElse(null);
            identity = known;
        }
        return Optional.ofNullable(known);
    }

    /**
     * Events that match, in order. Every transaction up to {@link #head()} is complete before the
     * reading starts.
     *
     * @param after only events after this position; from memory if it is recent
     * @param upTo only events up to this position, or {@link Long#MAX_VALUE} for all that are known
     * @return all of them, in memory: bound the question, or read page by page
     */
    public List<StoredEvent> read(Criteria criteria, long after, long upTo) {
        return tail.read(criteria, after, upTo, Integer.MAX_VALUE);
    }

    /**
     * The next events after a position, without a gap.
     *
     * @param max how many at most; there may be more even if fewer come
     * @return empty if the position is the head
     */
    public List<StoredEvent> page(long after, int max) {
        return tail.page(after, max);
    }

    /**
     * The links of the chain from the transaction in which this position lies, in order: with them
     * and {@link #hashBefore}, whoever knows a later head recomputes it from SHA-256 alone.
     *
     * @param max how many events at most, but one whole transaction at least
     * @return empty if the position is beyond the head
     */
    public List<Link> links(long position, int max) {
        long head = tail.head().position();
        return position > head ? List.of() : store.links(position, head, max);
    }

    /**
     * What a transaction is chained to: 32 bytes.
     *
     * @param first position of its first event
     */
    public byte[] hashBefore(long first) {
        return store.hashBefore(first);
    }

    /**
     * Registers a reader that is told, soon after, that the log has grown: by an append here or by
     * learning of one elsewhere. It should return quickly, and then read.
     *
     * @return closing it ends that
     */
    public AutoCloseable onAppend(Runnable wakeUp) {
        return wakeUps.add(wakeUp);
    }

    /** Last position recorded at or before this moment; empty if there is none. */
    public Optional<Long> positionAt(Instant recordedAt) {
        Head head = tail.head();
        if (!recordedAt.isBefore(Instant.ofEpochMilli(head.recordedAt()))) {
            return Optional.of(head.position()).filter(position -> position > 0);
        }
        long position =
                store.positionAt(Math.floorDiv(Chain.micros(recordedAt), 1_000), head.position());
        return Optional.of(position).filter(found -> found > 0);
    }

    /** The clock that gives recording times. */
    public Clock clock() {
        return options.clock();
    }

    /** Lets the batch being written finish; who waits behind it is told that the log is closed. */
    @Override
    public void close() {
        appender.close();
    }
}
