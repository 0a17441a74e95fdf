package org.zhengyou.log;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.zhengyou.log.conformance.Party;

/** A group-committing log for one process, as short as can be, that makes one mistake. */
final class SeededLog implements Party {
    /** The mistake. */
    enum Bug {
        NONE,
        NO_CHECK_AMONG_BATCH_MATES,
        POSITIONS_RESERVED_BEFORE_THE_COMMIT,
        ACKNOWLEDGED_EARLY,
        COMMIT_SKIPPED,
        EVENTS_SWAPPED
    }

    private final Bug bug;
    private final MongoCollection<Document> collection;
    private final Store store;
    private final Queue<Pending> queue = new ConcurrentLinkedQueue<>();
    private final WakeUps wakeUps = new WakeUps();
    private final List<StoredEvent> events = new ArrayList<>();
    private final List<Transaction> unwritten = new ArrayList<>();
    private Head end = Head.EMPTY;
    private int appends;

    SeededLog(MongoCollection<Document> collection, Bug bug) {
        this.bug = bug;
        this.collection = collection;
        this.store = new Store(collection, LogOptions.defaults().timeLimit());
    }

    /** What lies in the store, gaps and all. */
    List<StoredEvent> stored() {
        List<StoredEvent> stored = new ArrayList<>();
        for (RawBsonDocument document :
                collection.find(RawBsonDocument.class).sort(Sorts.ascending("_id"))) {
            stored.addAll(Transaction.of(document).events());
        }
        return stored;
    }

    @Override
    public long append(List<NewEvent> events, Condition condition) {
        Pending pending = new Pending(events, condition, Limits.defaults(), true);
        queue.add(pending);
        synchronized (this) {
            if (!pending.done().isDone()) {
                writeBatch();
            }
        }
        try {
            return pending.done().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void writeBatch() {
        List<StoredEvent> known = List.copyOf(events);
        List<Transaction> batch = new ArrayList<>(unwritten);
        unwritten.clear();
        List<Runnable> answers = new ArrayList<>();
        for (Pending next = queue.poll(); next != null; next = queue.poll()) {
            Pending pending = next;
            Transaction transaction = pending.behind(end, 0);
            Optional<StoredEvent> conflict =
                    conflict(
                            bug == Bug.NO_CHECK_AMONG_BATCH_MATES ? known : events,
                            pending.condition());
            if (conflict.isEmpty() || bug == Bug.POSITIONS_RESERVED_BEFORE_THE_COMMIT) {
                end = transaction.head();
            }
            if (conflict.isPresent()) {
                long position = conflict.get().position();
                pending.failed(new ConflictingAppendException(pending.condition(), position));
                pending.tell();
                continue;
            }
            events.addAll(transaction.events());
            if (bug != Bug.COMMIT_SKIPPED || ++appends % 7 != 0) {
                batch.add(transaction);
            }
            pending.written(transaction.head().position());
            answers.add(pending::tell);
        }
        if (bug == Bug.ACKNOWLEDGED_EARLY) {
            unwritten.addAll(batch);
        } else if (!batch.isEmpty()) {
            store.insert(batch);
        }
        answers.forEach(Runnable::run);
        wakeUps.signal();
    }

    private static Optional<StoredEvent> conflict(List<StoredEvent> events, Condition condition) {
        return events.stream()
                .filter(event -> event.position() > condition.after())
                .filter(condition.criteria()::matches)
                .findFirst();
    }

    @Override
    public synchronized long head() {
        return events.size();
    }

    @Override
    public synchronized List<StoredEvent> page(long after, int max) {
        int to = (int) Math.min(events.size(), after + (long) max);
        List<StoredEvent> page = new ArrayList<>(events.subList((int) after, to));
        if (bug == Bug.EVENTS_SWAPPED && page.size() > 1) {
            StoredEvent first = page.get(0);
            StoredEvent second = page.get(1);
            page.set(0, second.at(first.position()));
            page.set(1, first.at(second.position()));
        }
        return page;
    }

    @Override
    public AutoCloseable onAppend(Runnable wakeUp) {
        return wakeUps.add(wakeUp);
    }
}
