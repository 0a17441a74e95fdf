package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.backend.Missing;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Keys of a collection: the documents' ids in MongoDB's order; no id is {@link Missing}. In a page
 * each text is written without what it shares with the one before it.
 */
final class IdType extends BasicDataType<Object> {
    @Override
    public int getMemory(Object id) {
        return ValueCodec.memory(id);
    }

    @Override
    public int compare(Object a, Object b) {
        return BsonOrder.compare(a, b);
    }

    @Override
    public void write(WriteBuffer out, Object id) {
        ValueCodec.write(out, id);
    }

    @Override
    public Object read(ByteBuffer in) {
        return Missing.ofNullable(ValueCodec.read(in));
    }

    @Override
    public void write(WriteBuffer out, Object storage, int length) {
        Object[] ids = (Object[]) storage;
        for (int i = 0; i < length; i++) {
            ValueCodec.write(out, ids[i], i == 0 ? null : ids[i - 1]);
        }
    }

    @Override
    public void read(ByteBuffer in, Object storage, int length) {
        Object[] ids = (Object[]) storage;
        for (int i = 0; i < length; i++) {
            ids[i] = Missing.ofNullable(ValueCodec.read(in, i == 0 ? null : ids[i - 1]));
        }
    }

    @Override
    public Object[] createStorage(int size) {
        return new Object[size];
    }
}
