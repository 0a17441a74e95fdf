package org.zhengyou.log;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.bulk.BulkWriteError;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known after an ordered insert of several documents.
 *
 * @param stored documents that are in the log for certain, counted from the first
 * @param fate what became of the rest
 * @param cause why not all are stored
 */
record Insertion(int stored, Fate fate, @Nullable MongoException cause) {
    /** What became of the first document that is not known to be stored, and of those behind it. */
    enum Fate {
        /** There is none. */
        COMPLETE,
        /** Somebody else's document, or our own from an earlier try, has its position. */
        TAKEN,
        /** The server said no to it. */
        REFUSED,
        /** Nothing was sent. */
        UNSENT,
        /** Nobody knows: it may be stored, may be rolled back, may arrive later. */
        UNKNOWN
    }

    private static final int DUPLICATE_KEY = 11000;

    /** Stepping down, shutting down, write concern not met: applied, but perhaps not for ever. */
    private static final Set<Integer> PASSING =
            Set.of(64, 91, 189, 10107, 11600, 11602, 13435, 13436);

    /**
     * Said before anything is written: bad value, failed to parse, unauthorized, wrong type,
     * authentication failed, illegal operation, no such command, invalid options or namespace, not
     * on a view, document too large. After any other error some of the documents may be there: a
     * command that was interrupted or ran out of time or space does not say how far it came.
     */
    private static final Set<Integer> BEFOREHAND =
            Set.of(2, 9, 13, 14, 18, 20, 59, 72, 73, 166, 10334);

    /** The cause for a log line. */
    String reason() {
        return String.valueOf(cause);
    }

    static Insertion complete(int stored) {
        return new Insertion(stored, Fate.COMPLETE, null);
    }

    static Insertion failed(MongoException e) {
        return switch (e) {
            case MongoBulkWriteException bulk -> failed(bulk);
            case MongoSocketOpenException unsent -> new Insertion(0, Fate.UNSENT, unsent);
            case MongoSecurityException unsent -> new Insertion(0, Fate.UNSENT, unsent);
            case MongoCommandException said when BEFOREHAND.contains(said.getCode()) ->
                    new Insertion(0, Fate.REFUSED, said);
            default -> new Insertion(0, fateOf(e), e);
        };
    }

    private static Insertion failed(MongoBulkWriteException e) {
        if (e.getWriteConcernError() != null || e.getWriteErrors().isEmpty()) {
            return new Insertion(0, Fate.UNKNOWN, e);
        }
        BulkWriteError first = e.getWriteErrors().getFirst();
        if (PASSING.contains(first.getCode())) {
            return new Insertion(0, Fate.UNKNOWN, e);
        }
        // only the index is to be trusted: not every server counts what it inserted
        Fate fate = first.getCode() == DUPLICATE_KEY ? Fate.TAKEN : Fate.REFUSED;
        return new Insertion(first.getIndex(), fate, e);
    }

    private static Fate fateOf(MongoException e) {
        return e.hasErrorLabel("NoWritesPerformed") ? Fate.UNSENT : Fate.UNKNOWN;
    }
}
