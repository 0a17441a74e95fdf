package org.zhengyou.log;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Sorts;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import org.zhengyou.log.VerifyReport.Broken;
import org.zhengyou.log.VerifyReport.Fault;
import org.zhengyou.log.VerifyReport.Intact;

/**
 * Reads a log from its first document to its last, recomputes every hash and names the first wrong
 * position. Needs two batches of documents in memory. What lies beyond a rewritten end can only be
 * told by someone who kept an earlier {@link ChainHead}.
 */
public final class LogVerifier {
    private static final int STEP = 1_000;
    private static final int BATCH = 1_000;

    private final MongoCollection<Document> log;
    private final Progress progress;
    private final Iterator<ChainHead> known;
    private @Nullable ChainHead next;
    private final Consumer<StoredEvent> events;
    private Head head = Head.EMPTY;
    private long told;
    private String identity = "";

    private LogVerifier(
            MongoCollection<Document> collection,
            Progress progress,
            Collection<ChainHead> known,
            Consumer<StoredEvent> events) {
        this.events = events;
        this.log = collection.withReadConcern(ReadConcern.MAJORITY);
        this.progress = progress;
        this.known =
                known.stream()
                        .filter(head -> head.position() > 0)
                        .sorted(Comparator.comparingLong(ChainHead::position))
                        .iterator();
        this.next = nextKnown();
    }

    private @Nullable ChainHead nextKnown() {
        return known.hasNext() ? known.next() : null;
    }

    /** Verifies the log in this collection. */
    public static VerifyReport verify(MongoCollection<Document> collection, Progress progress) {
        return verify(collection, progress, List.of(), event -> {});
    }

    /**
     * Verifies the log and that it still contains what once was its end.
     *
     * @param known where the log ended at some time before
     */
    public static VerifyReport verify(
            MongoCollection<Document> collection, Progress progress, ChainHead known) {
        return verify(collection, progress, List.of(known), event -> {});
    }

    /**
     * Verifies the log and that it still contains what once were its ends, and tells its events, in
     * order, as far as they are intact.
     *
     * @param known where the log ended at some times before
     * @param events is told them
     */
    public static VerifyReport verify(
            MongoCollection<Document> collection,
            Progress progress,
            Collection<ChainHead> known,
            Consumer<StoredEvent> events) {
        return new LogVerifier(collection, progress, known, events).run();
    }

    private VerifyReport run() {
        try (var ahead = new ReadAhead<>(fromTheFirst())) {
            for (var batch = ahead.batch(); !batch.isEmpty(); batch = ahead.batch()) {
                for (RawBsonDocument raw : batch) {
                    Optional<Broken> wrong = check(raw);
                    if (wrong.isPresent()) {
                        return wrong.get();
                    }
                    tell(STEP);
                }
            }
        }
        tell(1);
        ChainHead missing = next;
        if (missing != null) {
            return broken(head.position() + 1, Fault.TRUNCATED, "it reached " + missing.position());
        }
        return new Intact(head.position(), head.chained(), identity);
    }

    /** Raw: decoding is for the thread that checks, which else would wait for the other one. */
    private MongoCursor<RawBsonDocument> fromTheFirst() {
        return log.withDocumentClass(RawBsonDocument.class)
                .find()
                .sort(Sorts.ascending("_id"))
                .batchSize(BATCH)
                .cursor();
    }

    private void tell(int step) {
        if (head.position() - told >= step) {
            told = head.position();
            progress.checked(told);
        }
    }

    /** What is wrong with the next document, if anything; if not, the head moves behind it. */
    private Optional<Broken> check(RawBsonDocument document) {
        long expected = head.position() + 1;
        Transaction transaction;
        try {
            transaction = Transaction.of(document);
        } catch (CorruptLogException e) {
            return Optional.of(
                    broken(expected, Fault.NOT_READABLE, String.valueOf(e.getMessage())));
        }
        if (transaction.first() != expected) {
            return Optional.of(misplaced(transaction, expected));
        }
        if (!Arrays.equals(Placement.hash(head, transaction), transaction.hash())) {
            return Optional.of(unchained(transaction));
        }
        if (transaction.head().recordedAt() < head.recordedAt()) {
            return Optional.of(broken(expected, Fault.REORDERED, "recorded before the one before"));
        }
        if (identity.isEmpty()) {
            identity = Chain.leafHex(transaction.events().getFirst());
        }
        head = transaction.head();
        transaction.events().forEach(events);
        return rewritten();
    }

    private Broken misplaced(Transaction transaction, long expected) {
        return transaction.first() > expected
                ? broken(expected, Fault.MISSING, "followed by " + transaction.first())
                : broken(transaction.first(), Fault.INSERTED, "inside another transaction");
    }

    private Broken unchained(Transaction transaction) {
        Fault fault = new Placement(log, head).fault(transaction);
        String range = transaction.first() + ".." + transaction.head().position();
        return broken(transaction.first(), fault, "the hash of " + range + " does not fit");
    }

    /** A history that fits together, but is not the one that is known. */
    private Optional<Broken> rewritten() {
        for (ChainHead once = next;
                once != null && once.position() <= head.position();
                once = next) {
            if (!head.chained().equals(once)) {
                return Optional.of(broken(once.position(), Fault.CHANGED, "it was " + once));
            }
            next = nextKnown();
        }
        return Optional.empty();
    }

    private Broken broken(long position, Fault fault, String detail) {
        return new Broken(head.position(), head.chained(), position, fault, detail);
    }
}
