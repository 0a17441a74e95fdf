package org.zhengyou.embedded.mongo;

import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents in the order of their ids.
 *
 * @param source where the ids come from
 * @param exact see {@link Plan#exact}
 * @param score see {@link Plan#score}
 * @param ordered see {@link Plan#ordered}
 * @param reverse from the highest id down
 */
record IdPlan(IdSource source, boolean exact, int score, boolean ordered, boolean reverse)
        implements Plan {
    @Override
    public boolean steady() {
        return source.steady();
    }

    @Override
    public Scan open(
            MVMap<Object, StoredDocument> documents,
            @Nullable Object mark,
            ScanStatistics statistics) {
        IdStream ids = source.open(documents, mark, reverse, statistics);
        return new Scan() {
            private @Nullable Object last = mark;

            @Override
            public @Nullable StoredDocument next() {
                for (Object id = ids.next(); id != null; id = ids.next()) {
                    last = id;
                    StoredDocument document = ids.document();
                    document = document == null ? documents.get(id) : document;
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
        };
    }
}
