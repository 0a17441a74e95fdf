package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/**
 * A document as the file holds it: encoded once, when it is written. Rewriting a page or replying
 * to a query copies the bytes; the decoded form, many times as large, is made when a filter looks
 * inside.
 */
final class StoredDocument {
    /**
     * Up to so many bytes the decoded form is kept: positions, leases and tokens, which are read
     * all the time. That of a row takes ten times as much, and is seldom looked at twice.
     */
    private static final int KEPT_DECODED = 512;

    private final byte[] bson;
    private volatile @Nullable Document decoded;

    StoredDocument(byte[] bson) {
        this.bson = bson;
    }

    /** Encodes a document. */
    static StoredDocument of(Document document) {
        ByteBuf buffer = PooledByteBufAllocator.DEFAULT.heapBuffer(1024);
        try {
            BsonEncoder.encodeDocument(document, buffer);
            byte[] bson = new byte[buffer.readableBytes()];
            buffer.readBytes(bson);
            return new StoredDocument(bson);
        } finally {
            buffer.release();
        }
    }

    byte[] bson() {
        return bson;
    }

    /** The document for readers, shared by all of them: not to be changed. */
    Document shared() {
        Document known = decoded;
        if (known != null) {
            return known;
        }
        Document document = mutable();
        if (bson.length <= KEPT_DECODED) {
            decoded = document;
        }
        return document;
    }

    /** A fresh copy for an update to change. */
    Document mutable() {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
    }

    /** Rough size in memory with the decoded form, in bytes; the same for the whole life. */
    int memory() {
        return 64 + 4 * bson.length;
    }
}
