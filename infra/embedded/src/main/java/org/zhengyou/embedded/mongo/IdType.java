package org.zhengyou.embedded.mongo;

import de.bwaldvogel.mongo.backend.Missing;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Keys of a collection: the documents' ids in MongoDB's order; no id is {@link Missing}. */
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
    public Object[] createStorage(int size) {
        return new Object[size];
    }
}
