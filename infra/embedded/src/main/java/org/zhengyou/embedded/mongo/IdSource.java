package org.zhengyou.embedded.mongo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Where a query finds the ids of its documents in the order of the ids. */
sealed interface IdSource {
    /**
     * Opens the source.
     *
     * @param after only ids behind this one in the direction of reading; null for all
     * @param reverse from the highest id down
     */
    IdStream open(
            MVMap<Object, StoredDocument> documents,
            @Nullable Object after,
            boolean reverse,
            ScanStatistics statistics);

    /** Whether the ids alone decide: an entry of an index may be out of date, an id never is. */
    boolean steady();

    /** A piece of the collection itself. */
    record Range(Bounds ids) implements IdSource {
        @Override
        public boolean steady() {
            return true;
        }

        @Override
        public IdStream open(
                MVMap<Object, StoredDocument> documents,
                @Nullable Object after,
                boolean reverse,
                ScanStatistics statistics) {
            return new MapIdStream<Object, StoredDocument>(
                    ids.after(after, reverse), reverse, statistics) {
                @Override
                Cursor<Object, StoredDocument> open(Bounds ids, boolean down) {
                    return documents.cursor(
                            down ? ids.high() : ids.low(), down ? ids.low() : ids.high(), down);
                }

                @Override
                Object idOf(Object key, StoredDocument document) {
                    return key;
                }

                @Override
                public @Nullable StoredDocument document() {
                    return value();
                }
            };
        }
    }

    /** Ids named by the query, ascending. */
    record Points(List<Object> ids) implements IdSource {
        static Points of(List<Object> ids) {
            Comparator<Object> order = BsonOrder::compare;
            List<Object> sorted = new ArrayList<>();
            for (Object id : ids.stream().sorted(order).toList()) {
                if (sorted.isEmpty() || order.compare(sorted.getLast(), id) != 0) {
                    sorted.add(id);
                }
            }
            return new Points(List.copyOf(sorted));
        }

        @Override
        public boolean steady() {
            return true;
        }

        @Override
        public IdStream open(
                MVMap<Object, StoredDocument> documents,
                @Nullable Object after,
                boolean reverse,
                ScanStatistics statistics) {
            PointStream stream = new PointStream(reverse ? ids.reversed() : ids, reverse);
            if (after != null) {
                stream.skipPast(after);
            }
            return stream;
        }
    }

    /** The entries of an index that start with the given values and go on with an id in bounds. */
    record Prefix(OrderedIndex index, List<Object> values, Bounds ids) implements IdSource {
        @Override
        public boolean steady() {
            return false;
        }

        @Override
        public IdStream open(
                MVMap<Object, StoredDocument> documents,
                @Nullable Object after,
                boolean reverse,
                ScanStatistics statistics) {
            return new MapIdStream<byte[], Object>(ids.after(after, reverse), reverse, statistics) {
                @Override
                Cursor<byte[], Object> open(Bounds ids, boolean down) {
                    return index.cursor(low(ids), high(ids), down);
                }

                @Override
                Object idOf(byte[] key, Object entry) {
                    return OrderedIndex.id(key, entry);
                }
            };
        }

        private KeyWriter begin() {
            KeyWriter key = new KeyWriter();
            for (int field = 0; field < values.size(); field++) {
                index.write(key, field, values.get(field));
            }
            return key;
        }

        private byte[] low(Bounds ids) {
            return ids.low() == null ? begin().key() : begin().add(ids.low()).key();
        }

        private byte[] high(Bounds ids) {
            KeyWriter key = begin();
            return (ids.high() == null ? key : key.add(ids.high())).end().key();
        }
    }

    /** Ids that at least one of the sources has. */
    record Any(List<IdSource> sources) implements IdSource {
        @Override
        public boolean steady() {
            return sources.stream().allMatch(IdSource::steady);
        }

        @Override
        public IdStream open(
                MVMap<Object, StoredDocument> documents,
                @Nullable Object after,
                boolean reverse,
                ScanStatistics statistics) {
            List<IdStream> streams = new ArrayList<>(sources.size());
            sources.forEach(s -> streams.add(s.open(documents, after, reverse, statistics)));
            return MergedIds.union(streams, reverse);
        }
    }

    /** Ids that every source has. */
    record Every(List<IdSource> sources) implements IdSource {
        @Override
        public boolean steady() {
            return sources.stream().allMatch(IdSource::steady);
        }

        @Override
        public IdStream open(
                MVMap<Object, StoredDocument> documents,
                @Nullable Object after,
                boolean reverse,
                ScanStatistics statistics) {
            List<IdStream> streams = new ArrayList<>(sources.size());
            sources.forEach(s -> streams.add(s.open(documents, after, reverse, statistics)));
            return MergedIds.intersection(streams);
        }
    }
}
