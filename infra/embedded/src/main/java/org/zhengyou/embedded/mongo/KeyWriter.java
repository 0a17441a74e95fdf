package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes values so that the unsigned order of the bytes is {@link BsonOrder}: a type, then the
 * value. No encoding starts another one, and none starts with {@link #END}.
 */
final class KeyWriter {
    /** Sorts behind everything that starts like the key it is put behind. */
    private static final int END = 0xFF;

    private byte[] bytes = new byte[64];
    private int length;

    /** Adds a value in ascending order. */
    KeyWriter add(@Nullable Object value) {
        switch (value) {
            case null -> put(5);
            case Missing none -> put(5);
            case MinKey lowest -> put(1);
            case Number number -> addNumber(number);
            case String text -> addText(20, text);
            case Document document -> addDocument(document);
            case Collection<?> list -> addList(list);
            case BinData data -> addBinary(data.getData());
            case UUID id ->
                    put(54).putLong(id.getMostSignificantBits())
                            .putLong(id.getLeastSignificantBits());
            case ObjectId id -> put(60).putAll(id.toByteArray());
            case Boolean truth -> put(70).put(truth ? 1 : 0);
            case Instant time -> put(80).putSigned(time.toEpochMilli());
            case BsonTimestamp time -> put(85).putSigned(time.getValue());
            case MaxKey highest -> put(120);
            default -> addRarer(value);
        }
        return this;
    }

    /** Adds a value in descending order. */
    KeyWriter addDescending(@Nullable Object value) {
        int start = length;
        add(value);
        for (int i = start; i < length; i++) {
            bytes[i] = (byte) ~bytes[i];
        }
        return this;
    }

    /** Ends the key behind all keys that go on from here. */
    KeyWriter end() {
        return put(END);
    }

    byte[] key() {
        return Arrays.copyOf(bytes, length);
    }

    /** As a double; where that is not exact, the whole number follows. */
    private void addNumber(Number number) {
        double value = number.doubleValue() == 0 ? 0 : number.doubleValue();
        long bits = Double.doubleToLongBits(value);
        put(10).putLong(bits >= 0 ? bits ^ Long.MIN_VALUE : ~bits);
        if (Math.abs(value) >= BsonOrder.EXACT) {
            putSigned(BsonOrder.whole(number));
        }
    }

    /** The order of UTF-16, as the filter compares; a zero is marked to tell it from the end. */
    private void addText(int type, String text) {
        put(type);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                put(0).put(END);
            } else if (c < 0x80) {
                put(c);
            } else if (c < 0x800) {
                put(0xC0 | c >> 6).put(0x80 | (c & 0x3F));
            } else {
                put(0xE0 | c >> 12).put(0x80 | (c >> 6 & 0x3F)).put(0x80 | (c & 0x3F));
            }
        }
        put(0).put(0);
    }

    private void addDocument(Document document) {
        put(30);
        document.forEach(
                (name, value) -> {
                    addText(1, name);
                    add(value);
                });
        put(0);
    }

    private void addList(Collection<?> list) {
        put(40);
        for (Object element : list) {
            put(1).add(element);
        }
        put(0);
    }

    private void addBinary(byte[] data) {
        put(50).putSigned(data.length).putAll(data);
    }

    /** Types that are not searched by range: any order will do, if it is one. */
    private void addRarer(Object value) {
        byte type = BsonEncoder.determineType(value);
        ByteBuf encoded = Unpooled.buffer();
        BsonEncoder.encodeValue(type, value, encoded);
        byte[] data = ByteBufUtil.getBytes(encoded);
        put(95).put(type).putSigned(data.length).putAll(data);
    }

    private KeyWriter putSigned(long value) {
        return putLong(value ^ Long.MIN_VALUE);
    }

    private KeyWriter putLong(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            put((int) (value >>> shift));
        }
        return this;
    }

    private KeyWriter put(int value) {
        room(1);
        bytes[length++] = (byte) value;
        return this;
    }

    private KeyWriter putAll(byte[] data) {
        room(data.length);
        System.arraycopy(data, 0, bytes, length, data.length);
        length += data.length;
        return this;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
