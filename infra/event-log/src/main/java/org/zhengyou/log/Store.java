package org.zhengyou.log;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.cursor.TimeoutMode;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/**
 * The collection behind a log. Reads with majority, so that what was read cannot be rolled back:
 * appending behind a head that a fail-over takes away would leave a gap for ever. Writes with
 * majority and journal.
 */
final class Store {
    private static final int PAGE = 500;
    private static final InsertManyOptions IN_ORDER = new InsertManyOptions().ordered(true);

    private final MongoCollection<RawBsonDocument> log;

    /** Answers of which an append needs several have to come sooner. */
    private final MongoCollection<RawBsonDocument> appending;

    private final MongoCollection<Document> patient;

    Store(MongoCollection<Document> collection, Duration timeLimit) {
        MongoCollection<RawBsonDocument> safe =
                collection
                        .withDocumentClass(RawBsonDocument.class)
                        .withReadConcern(ReadConcern.MAJORITY)
                        .withReadPreference(ReadPreference.primary())
                        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.patient = collection;
        this.log = safe.withTimeout(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
        this.appending = safe.withTimeout(timeLimit.toMillis() / 5, TimeUnit.MILLISECONDS);
    }

    void createIndex() {
        patient.createIndex(Indexes.ascending("g", "_id"));
    }

    Insertion insert(List<Transaction> transactions) {
        List<RawBsonDocument> documents = transactions.stream().map(Transaction::document).toList();
        try {
            appending.insertMany(documents, IN_ORDER);
            return Insertion.complete(documents.size());
        } catch (MongoException e) {
            return Insertion.failed(e);
        }
    }

    Head head() {
        RawBsonDocument last = log.find().sort(Sorts.descending("_id")).limit(1).first();
        return last == null ? Head.EMPTY : Transaction.of(last).head();
    }

    /** Reads what follows this end of the log; every transaction begins where the last one ends. */
    void after(Head head, Consumer<Transaction> news) {
        long last = head.position();
        for (RawBsonDocument document : ascending(appending, Filters.gt("_id", last))) {
            Transaction transaction = Transaction.of(document);
            if (transaction.first() != last + 1) {
                throw new CorruptLogException(last + 1, "followed by " + transaction.first());
            }
            last = transaction.head().position();
            news.accept(transaction);
        }
    }

    /** Events in {@code (after, upTo]}, {@code max} at most, without a gap. */
    List<StoredEvent> page(long after, long upTo, int max) {
        List<StoredEvent> page = new ArrayList<>();
        Bson range = Filters.and(Filters.gt("_id", after), Filters.lte("_id", upTo));
        try (MongoCursor<RawBsonDocument> cursor = ascending(log, range).limit(max).cursor()) {
            while (page.size() < max && cursor.hasNext()) {
                Transaction transaction = Transaction.of(cursor.next());
                if (page.isEmpty() && transaction.first() > after + 1) {
                    page.addAll(restOf(after));
                }
                page.addAll(transaction.events());
            }
        }
        if (page.isEmpty() && after < upTo) {
            page.addAll(restOf(after));
        }
        page.removeIf(event -> event.position() > Math.min(upTo, after + max));
        for (int i = 0; i < page.size(); i++) {
            if (page.get(i).position() != after + 1 + i) {
                throw new CorruptLogException(after + 1 + i, "is missing");
            }
        }
        return page;
    }

    /** See {@link EventLog#links}. */
    List<Link> links(long position, long upTo, int max) {
        long first = covering(position).map(raw -> Transaction.of(raw).first()).orElse(position);
        List<Link> links = new ArrayList<>();
        int events = 0;
        Bson range = Filters.and(Filters.gte("_id", first), Filters.lte("_id", upTo));
        try (MongoCursor<RawBsonDocument> cursor = ascending(log, range).cursor()) {
            while (events < max && cursor.hasNext()) {
                Link link = Link.of(Transaction.of(cursor.next()));
                links.add(link);
                events += link.leaves().size();
            }
        }
        return links;
    }

    /** The hash of the transaction that ends before this position, the first of another one. */
    byte[] hashBefore(long first) {
        return covering(first - 1).map(raw -> Transaction.of(raw).hash()).orElseGet(Chain::genesis);
    }

    /** The events after this position in the transaction that it lies in, but not at its end. */
    private List<StoredEvent> restOf(long position) {
        return covering(position + 1)
                .map(Transaction::of)
                .map(t -> t.events().stream().filter(e -> e.position() > position).toList())
                .orElse(List.of());
    }

    private Optional<RawBsonDocument> covering(long position) {
        return Optional.ofNullable(
                log.find(Filters.lte("_id", position))
                        .sort(Sorts.descending("_id"))
                        .limit(1)
                        .first());
    }

    /** Matching events in {@code (after, upTo]}, in order, {@code max} at most. */
    List<StoredEvent> read(Criteria criteria, long after, long upTo, int max) {
        TreeMap<Long, StoredEvent> found = new TreeMap<>();
        // one query a criterion: an $or would hide the tag index from simple planners
        for (Criterion criterion : criteria.any()) {
            List<StoredEvent> some = new ArrayList<>();
            scan(criterion, after, upTo, event -> some.add(event) && some.size() < max);
            some.forEach(event -> found.put(event.position(), event));
        }
        return found.values().stream().limit(max).toList();
    }

    private void scan(Criterion wanted, long after, long upTo, Predicate<StoredEvent> more) {
        try (MongoCursor<RawBsonDocument> cursor =
                ascending(log, filter(wanted, after, upTo)).cursor()) {
            while (cursor.hasNext()) {
                for (StoredEvent event : Transaction.of(cursor.next()).events()) {
                    boolean inside = event.position() > after && event.position() <= upTo;
                    boolean matches = inside && wanted.matches(event.type(), event.tags());
                    if (matches && !more.test(event)) {
                        return;
                    }
                }
            }
        }
    }

    private static Bson filter(Criterion wanted, long after, long upTo) {
        List<Bson> all = new ArrayList<>();
        wanted.tags().forEach(tag -> all.add(Filters.eq("g", tag)));
        if (!wanted.types().isEmpty()) {
            all.add(Filters.in("e.t", wanted.types()));
        }
        // a transaction that begins before the position may end behind it
        all.add(Filters.gt("_id", after - Limits.MOST_EVENTS));
        all.add(Filters.lte("_id", upTo));
        return Filters.and(all);
    }

    /** Last position recorded at or before this moment, 0 if none; looks at log(head) documents. */
    long positionAt(long millis, long head) {
        long low = 0;
        long high = head;
        while (low < high) {
            RawBsonDocument middle = time(low + (high - low + 1) / 2);
            long first = middle.getInt64("_id").getValue();
            if (middle.getDateTime("at").getValue() <= millis) {
                low = first + middle.getInt32("n").getValue() - 1;
            } else {
                high = first - 1;
            }
        }
        return low;
    }

    private RawBsonDocument time(long position) {
        RawBsonDocument found =
                log.find(Filters.lte("_id", position))
                        .projection(Projections.include("n", "at"))
                        .sort(Sorts.descending("_id"))
                        .limit(1)
                        .first();
        if (found == null) {
            throw new CorruptLogException(position, "is missing");
        }
        return found;
    }

    private static FindIterable<RawBsonDocument> ascending(
            MongoCollection<RawBsonDocument> log, Bson filter) {
        return log.find(filter)
                .sort(Sorts.ascending("_id"))
                .batchSize(PAGE)
                .timeoutMode(TimeoutMode.ITERATION); // a long read may take longer than one answer
    }
}
