package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.backend.Missing;
import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * What an index keeps beside a key: the id of the document, or, where the key ends with an id that
 * is a text, only how long that is there, a {@link Short}, which no id is.
 */
final class EntryType extends BasicDataType<Object> {
    private static final byte IN_KEY = 0;
    private static final byte BESIDE = 1;

    @Override
    public int getMemory(Object entry) {
        return entry instanceof Short ? 0 : ValueCodec.memory(entry);
    }

    @Override
    public void write(WriteBuffer out, Object entry) {
        if (entry instanceof Short length) {
            out.put(IN_KEY).putVarInt(length);
        } else {
            ValueCodec.write(out.put(BESIDE), entry);
        }
    }

    @Override
    public Object read(ByteBuffer in) {
        return in.get() == IN_KEY
                ? (Object) (short) DataUtils.readVarInt(in)
                : Missing.ofNullable(ValueCodec.read(in));
    }

    @Override
    public Object[] createStorage(int size) {
        return new Object[size];
    }
}
