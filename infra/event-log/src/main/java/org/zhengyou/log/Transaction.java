package org.zhengyou.log;

import java.util.List;
import org.bson.BSONException;
import org.bson.BsonInt64;
import org.bson.BsonSerializationException;
import org.bson.RawBsonDocument;
import org.bson.codecs.Decoder;
import org.jspecify.annotations.Nullable;

/** The events that were appended together, and how they are chained to those before them. */
final class Transaction {
    private static final Decoder<Transaction> DECODER = new TransactionCodec();

    private final List<StoredEvent> events;
    private final byte[] hash;
    private final byte @Nullable [] content;

    Transaction(List<StoredEvent> events, byte[] hash) {
        this(events, hash, null);
    }

    /**
     * A transaction of which a part is encoded already.
     *
     * @param content see {@link TransactionCodec#content}
     */
    Transaction(List<StoredEvent> events, byte[] hash, byte @Nullable [] content) {
        this.events = events;
        this.hash = hash;
        this.content = content;
    }

    List<StoredEvent> events() {
        return events;
    }

    byte[] hash() {
        return hash;
    }

    long first() {
        return events.getFirst().position();
    }

    Head head() {
        StoredEvent last = events.getLast();
        return new Head(last.position(), hash, last.recordedAt().toEpochMilli());
    }

    /** As it is stored: see {@link TransactionCodec}. */
    RawBsonDocument document() {
        byte[] encoded = content == null ? TransactionCodec.content(events) : content;
        return TransactionCodec.document(encoded, this);
    }

    /**
     * Reads what {@link #document()} wrote.
     *
     * @throws CorruptLogException if the document is no transaction
     */
    static Transaction of(RawBsonDocument document) {
        try {
            return document.decode(DECODER);
        } catch (BSONException | IllegalArgumentException e) {
            throw new CorruptLogException(first(document), "no transaction: " + e.getMessage());
        }
    }

    /** Its position if it has any, else -1. */
    private static long first(RawBsonDocument document) {
        try {
            return document.get("_id") instanceof BsonInt64 id ? id.getValue() : -1;
        } catch (BsonSerializationException e) {
            return -1;
        }
    }
}
