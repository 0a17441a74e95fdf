package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.jspecify.annotations.Nullable;

/** One value of a key in the file: a tag byte, then the value; rarer types as BSON. */
final class ValueCodec {
    private static final byte NULL = 0;
    private static final byte LONG = 1;
    private static final byte DOUBLE = 2;
    private static final byte STRING = 3;
    private static final byte BSON = 4;
    private static final byte CONTINUED = 5;

    private ValueCodec() {}

    static void write(WriteBuffer out, @Nullable Object value) {
        switch (value) {
            case null -> out.put(NULL);
            case Missing missing -> out.put(NULL);
            case Long number -> out.put(LONG).putLong(number);
            case Double number -> out.put(DOUBLE).putDouble(number);
            case String text -> {
                out.put(STRING);
                writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
            }
            default -> writeBson(out, value);
        }
    }

    /** Likewise, without what a text shares with the one written before it. */
    static void write(WriteBuffer out, @Nullable Object value, @Nullable Object before) {
        if (!(value instanceof String text && before instanceof String other)) {
            write(out, value);
            return;
        }
        int shared = shared(text, other);
        out.put(CONTINUED).putVarInt(shared);
        writeBytes(out, text.substring(shared).getBytes(StandardCharsets.UTF_8));
    }

    /** How many characters both begin with, no half of one among them. */
    private static int shared(String a, String b) {
        int shared = 0;
        int most = Math.min(a.length(), b.length());
        while (shared < most && a.charAt(shared) == b.charAt(shared)) {
            shared++;
        }
        return shared > 0 && Character.isHighSurrogate(a.charAt(shared - 1)) ? shared - 1 : shared;
    }

    private static void writeBson(WriteBuffer out, Object value) {
        byte type = BsonEncoder.determineType(value);
        ByteBuf encoded = Unpooled.buffer();
        BsonEncoder.encodeValue(type, value, encoded);
        byte[] bytes = new byte[encoded.readableBytes()];
        encoded.readBytes(bytes);
        writeBytes(out.put(BSON).put(type), bytes);
    }

    private static void writeBytes(WriteBuffer out, byte[] bytes) {
        out.putVarInt(bytes.length).put(bytes);
    }

    static @Nullable Object read(ByteBuffer in) {
        return read(in, null);
    }

    /** What was written after that value. */
    static @Nullable Object read(ByteBuffer in, @Nullable Object before) {
        byte tag = in.get();
        return switch (tag) {
            case NULL -> null;
            case LONG -> in.getLong();
            case DOUBLE -> in.getDouble();
            case STRING -> new String(readBytes(in), StandardCharsets.UTF_8);
            case BSON -> {
                byte type = in.get();
                yield BsonDecoder.decodeValue(type, Unpooled.wrappedBuffer(readBytes(in)));
            }
            case CONTINUED -> {
                int shared = DataUtils.readVarInt(in);
                String rest = new String(readBytes(in), StandardCharsets.UTF_8);
                yield ((String) Objects.requireNonNull(before)).substring(0, shared) + rest;
            }
            default -> throw new IllegalStateException("unknown tag " + tag + " in a stored key");
        };
    }

    private static byte[] readBytes(ByteBuffer in) {
        byte[] bytes = new byte[DataUtils.readVarInt(in)];
        in.get(bytes);
        return bytes;
    }

    /** Rough size in memory, in bytes. */
    static int memory(@Nullable Object value) {
        return value instanceof String text ? 40 + text.length() : 32;
    }
}
