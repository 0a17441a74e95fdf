package org.zhengyou.embedded.mongo;

import org.h2.mvstore.MVStore;

/** How a group of writes gets into the file before any of them is acknowledged. */
interface Persistence {
    /** Writes everything done so far; no write runs meanwhile. */
    void persist(MVStore store);

    /** Called after {@link #persist}, while the next writes already run. */
    default void force(MVStore store) {}
}
