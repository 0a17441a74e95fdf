package org.zhengyou.embedded.mongo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ids that the query names itself, in the order of reading. */
final class PointStream implements IdStream {
    private final List<Object> ids;
    private final int direction;
    private int position;

    PointStream(List<Object> ids, boolean reverse) {
        this.ids = ids;
        this.direction = reverse ? -1 : 1;
    }

    @Override
    public @Nullable Object next() {
        return position < ids.size() ? ids.get(position++) : null;
    }

    @Override
    public void seek(Object id) {
        while (position < ids.size() && order(ids.get(position), id) < 0) {
            position++;
        }
    }

    void skipPast(Object id) {
        while (position < ids.size() && order(ids.get(position), id) <= 0) {
            position++;
        }
    }

    private int order(Object a, Object b) {
        return direction * BsonOrder.compare(a, b);
    }
}
