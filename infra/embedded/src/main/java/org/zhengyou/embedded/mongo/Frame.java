package org.zhengyou.embedded.mongo;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.DataType;
import org.jspecify.annotations.Nullable;

/**
 * A group of entries of the {@link Journal}: the generation, the length and a checksum, 4 bytes
 * each, then for each entry the map's number, whether there is a value, key, value.
 */
final class Frame {
    private static final int HEADER = 12;
    private static final byte PUT = 1;
    private static final byte REMOVED = 0;

    private final WriteBuffer buffer = new WriteBuffer(1 << 16);

    /** A frame without entries. */
    Frame() {
        clear();
    }

    void clear() {
        buffer.clear().position(HEADER);
    }

    boolean isEmpty() {
        return length() == HEADER;
    }

    int length() {
        return buffer.position();
    }

    /** Adds an entry, all of it or, if that fails, nothing; no value for one that is removed. */
    <K, V> void add(MVMap<K, V> map, K key, @Nullable V value) {
        int before = length();
        try {
            buffer.putVarInt(map.getId()).put(value == null ? REMOVED : PUT);
            map.getKeyType().write(buffer, key);
            if (value != null) {
                map.getValueType().write(buffer, value);
            }
        } catch (RuntimeException | Error e) {
            buffer.position(before);
            throw e;
        }
    }

    /** Its bytes, to be written at this place and nowhere else. */
    ByteBuffer sealed(int generation, long place) {
        ByteBuffer bytes = buffer.getBuffer();
        int length = length();
        bytes.putInt(0, generation).putInt(4, length).putInt(8, checksum(bytes, place, length));
        return bytes.flip();
    }

    private static int checksum(ByteBuffer bytes, long place, int length) {
        CRC32C sum = new CRC32C();
        sum.update(ByteBuffer.allocate(Long.BYTES).putLong(0, place));
        sum.update(bytes.duplicate().limit(8).position(0));
        sum.update(bytes.duplicate().limit(length).position(HEADER));
        return (int) sum.getValue();
    }

    /** The frame of this generation at this place; null if there is none, or not all of it. */
    static @Nullable ByteBuffer at(int place, ByteBuffer journal, int generation) {
        ByteBuffer frame = at(place, journal);
        return frame != null && frame.getInt(0) == generation ? frame : null;
    }

    /** The generation of the first frame of a journal; negative if there is none. */
    static int generation(ByteBuffer journal) {
        ByteBuffer first = at(0, journal);
        return first == null ? -1 : first.getInt(0);
    }

    private static @Nullable ByteBuffer at(int place, ByteBuffer journal) {
        int left = journal.limit() - place;
        if (left < HEADER) {
            return null;
        }
        ByteBuffer rest = journal.slice(place, left);
        int length = rest.getInt(4);
        boolean whole = length >= HEADER && length <= left;
        return whole && rest.getInt(8) == checksum(rest, place, length) ? rest.limit(length) : null;
    }

    /** Does once more what the entries of a frame say. */
    static void repeat(ByteBuffer frame, StoredMaps maps) {
        frame.position(HEADER);
        while (frame.hasRemaining()) {
            repeat(frame, maps.map(DataUtils.readVarInt(frame)));
        }
    }

    private static <K, V> void repeat(ByteBuffer frame, MVMap<K, V> map) {
        boolean put = frame.get() == PUT;
        K key = read(frame, map.getKeyType());
        if (put) {
            map.put(key, read(frame, map.getValueType()));
        } else {
            map.remove(key);
        }
    }

    private static <T> T read(ByteBuffer frame, DataType<T> type) {
        return type.read(frame);
    }
}
