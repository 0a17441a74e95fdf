package org.zhengyou.embedded.mongo;

import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** How a query gets its documents. */
interface Plan {
    /** Whether they come in the order that the query asks for. */
    boolean ordered();

    /**
     * Whether each of them matches, as long as nothing changes, so that no filter has to look
     * inside.
     */
    boolean exact();

    /** Whether that is so even while documents change. */
    boolean steady();

    /** How much the plan narrows the search; the higher the better. */
    int score();

    /**
     * Starts reading.
     *
     * @param mark where an earlier scan stopped, null for the beginning
     */
    Scan open(
            MVMap<Object, StoredDocument> documents,
            @Nullable Object mark,
            ScanStatistics statistics);
}
