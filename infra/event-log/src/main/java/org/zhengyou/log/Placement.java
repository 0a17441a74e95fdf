package org.zhengyou.log;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.zhengyou.log.VerifyReport.Fault;

/**
 * Finds out how a transaction came to a place where its hash does not fit, by looking in the rest
 * of the log for the one that belongs there. Only needed once something is wrong.
 */
final class Placement {
    private final MongoCollection<Document> log;
    private final Head before;

    /** Behind this end everything was right. */
    Placement(MongoCollection<Document> log, Head before) {
        this.log = log;
        this.before = before;
    }

    /** The hash the transaction has if it follows this one. */
    static byte[] hash(Head previous, Transaction transaction) {
        return Chain.next(previous.hash(), transaction.events());
    }

    Fault fault(Transaction stranger) {
        Head previous = stranger.head();
        try (MongoCursor<RawBsonDocument> rest = rest(stranger.first())) {
            while (rest.hasNext()) {
                Transaction candidate = Transaction.of(rest.next());
                if (fits(candidate, before)) {
                    boolean swapped =
                            fits(stranger, previous) || fits(stranger, moved(candidate).head());
                    return swapped ? Fault.REORDERED : Fault.INSERTED;
                }
                previous = candidate.head();
            }
        } catch (CorruptLogException e) {
            return Fault.CHANGED; // more is wrong behind it: no way to tell
        }
        return Fault.CHANGED;
    }

    private MongoCursor<RawBsonDocument> rest(long after) {
        return log.withDocumentClass(RawBsonDocument.class)
                .find(Filters.gt("_id", after))
                .sort(Sorts.ascending("_id"))
                .batchSize(500)
                .cursor();
    }

    /** Whether the transaction was written behind this one. */
    private static boolean fits(Transaction transaction, Head previous) {
        Transaction there = behind(previous, transaction);
        return Arrays.equals(hash(previous, there), transaction.hash());
    }

    private Transaction moved(Transaction transaction) {
        return behind(before, transaction);
    }

    private static Transaction behind(Head previous, Transaction transaction) {
        long shift = previous.position() + 1 - transaction.first();
        List<StoredEvent> events =
                transaction.events().stream()
                        .map(event -> event.at(event.position() + shift))
                        .toList();
        return new Transaction(events, transaction.hash());
    }
}
