package org.zhengyou.embedded.mongo;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Keys of an index as {@link KeyWriter} makes them. In a page each is written without what it
 * shares with the one before it, which is most of it: the same value, the same table.
 */
final class KeyType extends BasicDataType<byte[]> {
    @Override
    public int compare(byte[] a, byte[] b) {
        return Arrays.compareUnsigned(a, b);
    }

    @Override
    public int getMemory(byte[] key) {
        return 24 + key.length;
    }

    @Override
    public void write(WriteBuffer out, byte[] key) {
        out.putVarInt(key.length).put(key);
    }

    @Override
    public byte[] read(ByteBuffer in) {
        byte[] key = new byte[DataUtils.readVarInt(in)];
        in.get(key);
        return key;
    }

    @Override
    public void write(WriteBuffer out, Object storage, int length) {
        byte[] before = {};
        for (byte[] key : first(length, storage)) {
            int shared = shared(before, key);
            out.putVarInt(shared).putVarInt(key.length - shared);
            out.put(ByteBuffer.wrap(key, shared, key.length - shared));
            before = key;
        }
    }

    private static List<byte[]> first(int length, Object storage) {
        return Arrays.asList((byte[][]) storage).subList(0, length);
    }

    private static int shared(byte[] a, byte[] b) {
        int mismatch = Arrays.mismatch(a, b);
        return mismatch < 0 ? a.length : mismatch;
    }

    @Override
    public void read(ByteBuffer in, Object storage, int length) {
        byte[][] keys = (byte[][]) storage;
        byte[] before = {};
        for (int i = 0; i < length; i++) {
            int shared = DataUtils.readVarInt(in);
            int own = DataUtils.readVarInt(in);
            byte[] key = Arrays.copyOf(before, shared + own);
            in.get(key, shared, own);
            keys[i] = key;
            before = key;
        }
    }

    @Override
    public byte[][] createStorage(int size) {
        return new byte[size][];
    }
}
