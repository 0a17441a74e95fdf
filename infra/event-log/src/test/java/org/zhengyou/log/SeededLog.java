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
import org.zhengyou.log.Insertion.Fate;
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
        EVENTS_SWAPPED,
        CONDITION_NOT_CHECKED,
        MARKER_TAKEN_FOR_THE_HEAD,
        MARKER_COUNTS_ITSELF,
        OTHERS_TAKEN_FOR_OWN,
        TYPES_OVERLOOKED,
        LAST_POSITION_LEFT_OUT,
        UNKNOWN_TAKEN_FOR_WRITTEN,
        UNKNOWN_TAKEN_FOR_UNWRITTEN,
        UNKNOWN_SENT_AGAIN_BEHIND_A_NEW_HEAD
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
        List<Transaction> batch = new ArrayList<>();
        List<Runnable> answers = new ArrayList<>();
        for (Pending next = queue.poll(); next != null; next = queue.poll()) {
            Pending pending = next;
            Transaction transaction = pending.behind(end, 0);
            Optional<StoredEvent> conflict = conflict(known, pending.condition());
            if (conflict.isEmpty() || bug == Bug.POSITIONS_RESERVED_BEFORE_THE_COMMIT) {
                end = transaction.head();
            }
            if (conflict.isPresent()) {
                refuse(pending, transaction, conflict.get().position());
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
            insert(List.copyOf(unwritten));
            unwritten.clear();
            unwritten.addAll(batch);
        } else {
            insert(batch);
        }
        answers.forEach(Runnable::run);
        wakeUps.signal();
    }

    private Optional<StoredEvent> conflict(List<StoredEvent> known, Condition condition) {
        long after =
                switch (bug) {
                    case CONDITION_NOT_CHECKED -> Long.MAX_VALUE;
                    case MARKER_TAKEN_FOR_THE_HEAD -> Math.max(condition.after(), events.size());
                    case MARKER_COUNTS_ITSELF -> condition.after() - 1;
                    default -> condition.after();
                };
        return (bug == Bug.NO_CHECK_AMONG_BATCH_MATES ? known : events)
                .stream()
                        .filter(event -> event.position() > after)
                        .filter(condition.criteria()::matches)
                        .findFirst();
    }

    private void refuse(Pending pending, Transaction transaction, long position) {
        String id = transaction.events().getFirst().id();
        Optional<StoredEvent> same = events.stream().filter(e -> e.id().equals(id)).findFirst();
        if (bug == Bug.OTHERS_TAKEN_FOR_OWN && same.isPresent()) {
            pending.written(same.get().position() + transaction.events().size() - 1);
        } else {
            pending.failed(new ConflictingAppendException(pending.condition(), position));
        }
        pending.tell();
    }

    /** As often as the line breaks; what is there already is not sent again. */
    private void insert(List<Transaction> batch) {
        List<Transaction> missing = batch;
        while (!missing.isEmpty() && store.insert(missing).fate() != Fate.COMPLETE) {
            missing =
                    switch (bug) {
                        case UNKNOWN_TAKEN_FOR_WRITTEN -> List.of();
                        case UNKNOWN_TAKEN_FOR_UNWRITTEN ->
                                throw new LogUnavailableException("perhaps", null);
                        case UNKNOWN_SENT_AGAIN_BEHIND_A_NEW_HEAD -> behindHead(missing);
                        default -> without(stored(), missing);
                    };
        }
    }

    private static List<Transaction> without(List<StoredEvent> stored, List<Transaction> batch) {
        return batch.stream().filter(t -> !stored.containsAll(t.events())).toList();
    }

    private List<Transaction> behindHead(List<Transaction> batch) {
        List<Transaction> moved = new ArrayList<>();
        Head head = store.head();
        for (Transaction transaction : batch) {
            long shift = head.position() + 1 - transaction.first();
            List<StoredEvent> there =
                    transaction.events().stream().map(e -> e.at(e.position() + shift)).toList();
            moved.add(new Transaction(there, Chain.next(head.hash(), there)));
            head = moved.getLast().head();
        }
        return moved;
    }

    @Override
    public synchronized long head() {
        return events.size();
    }

    @Override
    public synchronized List<StoredEvent> read(Criteria criteria, long after, long upTo) {
        long last = bug == Bug.LAST_POSITION_LEFT_OUT ? upTo - 1 : upTo;
        return events.stream()
                .filter(event -> event.position() > after && event.position() <= last)
                .filter(event -> matches(criteria, event))
                .toList();
    }

    private boolean matches(Criteria criteria, StoredEvent event) {
        return bug == Bug.TYPES_OVERLOOKED
                ? criteria.any().stream().anyMatch(c -> event.tags().containsAll(c.tags()))
                : criteria.matches(event);
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
