package org.zhengyou.embedded.mongo;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents in the order of an index.
 *
 * @param range the piece of the index to read
 * @param reverse from high to low
 * @param ordered see {@link Plan#ordered}
 * @param repeats whether a document can come more than once, having several keys in the range
 * @param score see {@link Plan#score}
 */
record KeyPlan(KeyRange range, boolean reverse, boolean ordered, boolean repeats, int score)
        implements Plan {
    @Override
    public boolean exact() {
        return false;
    }

    @Override
    public boolean steady() {
        return false;
    }

    /**
     * Plans that repeat documents are never resumed: their results are sorted or gathered at once.
     */
    @Override
    public Scan open(
            MVMap<Object, StoredDocument> documents,
            @Nullable Object mark,
            ScanStatistics statistics) {
        return new KeyScan(documents, (byte[]) mark, statistics);
    }

    private final class KeyScan implements Scan {
        private final MVMap<Object, StoredDocument> documents;
        private final byte @Nullable [] mark;
        private final ScanStatistics statistics;
        private final Cursor<byte[], Object> cursor;
        private final Set<Object> seen = new TreeSet<>(BsonOrder::compare);
        private byte @Nullable [] last;

        KeyScan(
                MVMap<Object, StoredDocument> documents,
                byte @Nullable [] mark,
                ScanStatistics statistics) {
            this.documents = documents;
            this.mark = mark;
            this.statistics = statistics;
            this.last = mark;
            this.cursor = range.cursor(mark, reverse);
        }

        @Override
        public @Nullable StoredDocument next() {
            while (cursor.hasNext()) {
                byte[] key = cursor.next();
                if (Arrays.equals(key, mark)) {
                    continue;
                }
                statistics.keys.increment();
                last = key;
                Object id = OrderedIndex.id(key, cursor.getValue());
                StoredDocument document = repeats && !seen.add(id) ? null : documents.get(id);
                if (document != null) {
                    statistics.documents.increment();
                    return document;
                }
            }
            return null;
        }

        @Override
        public @Nullable Object mark() {
            return last;
        }
    }
}
