package org.zhengyou.log;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.Optional;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Where a log ends or once ended, as its documents say: one or two of them are read, nothing is
 * verified. For a whole log see {@link LogVerifier}.
 */
public final class StoredHeads {
    private StoredHeads() {}

    /**
     * The end of the transaction in which this position lies; of the last one if it lies behind
     * that; position 0 if the log is empty.
     *
     * @throws CorruptLogException if that document is no transaction
     */
    public static ChainHead at(MongoCollection<Document> log, long position) {
        RawBsonDocument found =
                raw(log).find(Filters.lte("_id", position))
                        .sort(Sorts.descending("_id"))
                        .limit(1)
                        .first();
        return transaction(found).map(one -> one.head().chained()).orElse(Head.EMPTY.chained());
    }

    /**
     * The identity of the log, see {@link EventLog#identity}; empty if the log is.
     *
     * @throws CorruptLogException if its first document is no transaction
     */
    public static Optional<String> identity(MongoCollection<Document> log) {
        RawBsonDocument first = raw(log).find().sort(Sorts.ascending("_id")).limit(1).first();
        return transaction(first).map(one -> Chain.leafHex(one.events().getFirst()));
    }

    private static Optional<Transaction> transaction(@Nullable RawBsonDocument document) {
        return Optional.ofNullable(document).map(Transaction::of);
    }

    private static MongoCollection<RawBsonDocument> raw(MongoCollection<Document> log) {
        return log.withDocumentClass(RawBsonDocument.class).withReadConcern(ReadConcern.MAJORITY);
    }
}
