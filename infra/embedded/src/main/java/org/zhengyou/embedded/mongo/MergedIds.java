package org.zhengyou.embedded.mongo;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
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
        private record Head(Object id, IdStream stream) {}

        private final PriorityQueue<Head> heads;

        Union(List<IdStream> streams, boolean reverse) {
            Comparator<Head> ascending = (a, b) -> BsonOrder.compare(a.id, b.id);
            this.heads = new PriorityQueue<>(reverse ? ascending.reversed() : ascending);
            streams.forEach(this::add);
        }

        private void add(IdStream stream) {
            Object id = stream.next();
            if (id != null) {
                heads.add(new Head(id, stream));
            }
        }

        @Override
        public @Nullable Object next() {
            Head first = heads.poll();
            if (first == null) {
                return null;
            }
            add(first.stream);
            for (Head same = heads.peek();
                    same != null && BsonOrder.compare(same.id, first.id) == 0;
                    same = heads.peek()) {
                add(heads.remove().stream);
            }
            return first.id;
        }

        @Override
        public void seek(Object id) {
            Head wanted = new Head(id, this);
            for (Head head = heads.peek();
                    head != null && heads.comparator().compare(head, wanted) < 0;
                    head = heads.peek()) {
                heads.remove().stream.seek(id);
                add(head.stream);
            }
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
