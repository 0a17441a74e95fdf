package org.zhengyou.embedded.mongo;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import java.nio.ByteOrder;
import org.bson.BSONException;
import org.bson.BsonBinaryReader;
import org.bson.BsonReader;
import org.bson.BsonType;

/**
 * What somebody may send who has not shown the secret: short messages with one document, all of
 * whose lengths are true. The library makes room for as much as a length says before it looks
 * whether so much is there.
 */
final class FirstWords {
    /** Greetings of drivers take some hundred bytes. */
    private static final int MOST_BYTES = 16 << 10;

    private static final int HEADER_BYTES = 16;
    private static final int OPERATION_AT = 12;
    private static final int QUERY = 2004;
    private static final int MESSAGE = 2013;
    private static final int FLAG_BYTES = 4;

    private FirstWords() {}

    /** Makes whole messages of what comes, and fails on a longer one when it has its length. */
    static ByteToMessageDecoder messages() {
        return new LengthFieldBasedFrameDecoder(
                ByteOrder.LITTLE_ENDIAN, MOST_BYTES, 0, Integer.BYTES, -Integer.BYTES, 0, true);
    }

    /** Whether a whole message is such a one. */
    static boolean areSound(ByteBuf message) {
        try {
            ByteBuf rest = message.slice().skipBytes(HEADER_BYTES + FLAG_BYTES);
            int operation = message.getIntLE(message.readerIndex() + OPERATION_AT);
            if (operation == QUERY) skipCollectionAndNumbers(rest);
            else if (operation != MESSAGE || rest.readByte() != 0) return false;
            return isOneDocument(rest);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | BSONException e) {
            return false;
        }
    }

    private static void skipCollectionAndNumbers(ByteBuf rest) {
        int name = rest.bytesBefore((byte) 0);
        if (name < 0) throw new IndexOutOfBoundsException("a name without an end");
        rest.skipBytes(name + 1 + 2 * Integer.BYTES);
    }

    private static boolean isOneDocument(ByteBuf rest) {
        int length = rest.readableBytes();
        if (length < Integer.BYTES || rest.getIntLE(rest.readerIndex()) != length) return false;
        try (BsonBinaryReader reader = new BsonBinaryReader(rest.nioBuffer())) {
            skipDocument(reader);
            return true;
        }
    }

    /** Skipping looks at every length and makes room for none. */
    private static void skipDocument(BsonReader reader) {
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            reader.skipName();
            skipValue(reader);
        }
        reader.readEndDocument();
    }

    private static void skipValue(BsonReader reader) {
        switch (reader.getCurrentBsonType()) {
            case DOCUMENT -> skipDocument(reader);
            case ARRAY -> {
                reader.readStartArray();
                while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) skipValue(reader);
                reader.readEndArray();
            }
            default -> reader.skipValue();
        }
    }
}
