package org.zhengyou.embedded.mongo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Set operations on ordered streams of ids; memory is one id for each stream. */
final class MergedIds {
    private MergedIds() {}

    /** Ids that are in at least one of the streams. */
    static IdStream union(List<IdStream> streams, boolean reverse) {
        return streams.size() == 1 ? streams.getFirst() : new Union(streams, reverse);
    }

    /**
     * Ids that are in every stream. The streams leap over one another, so the rarest sets the pace.
     */
    static IdStream intersection(List<IdStream> streams) {
        return streams.size() == 1 ? streams.getFirst() : new Intersection(streams);
    }

    private static final class Union implements IdStream {
        private final List<IdStream> streams;
        private final @Nullable Object[] heads;
        private final int direction;

        Union(List<IdStream> streams, boolean reverse) {
            this.streams = streams;
            this.heads = new Object[streams.size()];
            this.direction = reverse ? -1 : 1;
            for (int i = 0; i < heads.length; i++) {
                heads[i] = streams.get(i).next();
            }
        }

        @Override
        public @Nullable Object next() {
            Object first = null;
            for (Object head : heads) {
                if (head != null && (first == null || order(head, first) < 0)) {
                    first = head;
                }
            }
            if (first != null) {
                drop(first);
            }
            return first;
        }

        private void drop(Object id) {
            for (int i = 0; i < heads.length; i++) {
                Object head = heads[i];
                if (head != null && order(head, id) == 0) {
                    heads[i] = streams.get(i).next();
                }
            }
        }

        @Override
        public void seek(Object id) {
            for (int i = 0; i < heads.length; i++) {
                Object head = heads[i];
                if (head != null && order(head, id) < 0) {
                    streams.get(i).seek(id);
                    heads[i] = streams.get(i).next();
                }
            }
        }

        private int order(Object a, Object b) {
            return direction * BsonOrder.compare(a, b);
        }
    }

    private static final class Intersection implements IdStream {
        private final List<IdStream> streams;

        Intersection(List<IdStream> streams) {
            this.streams = streams;
        }

        @Override
        public @Nullable Object next() {
            Object candidate = streams.getFirst().next();
            int agreed = 1;
            for (int i = 1; candidate != null && agreed < streams.size(); i++) {
                IdStream stream = streams.get(i % streams.size());
                stream.seek(candidate);
                Object found = stream.next();
                boolean same = found != null && BsonOrder.compare(found, candidate) == 0;
                agreed = same ? agreed + 1 : 1;
                candidate = found;
            }
            return candidate;
        }

        @Override
        public void seek(Object id) {
            streams.getFirst().seek(id);
        }
    }
}
