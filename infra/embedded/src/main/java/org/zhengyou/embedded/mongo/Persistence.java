package org.zhengyou.embedded.mongo;

/** How a group of writes gets into the journal before any of them is acknowledged. */
interface Persistence {
    /** Writes everything done so far; no write runs meanwhile. */
    void persist(Journal journal);

    /** Called after {@link #persist}, while the next writes already run. */
    default void force(Journal journal) {}
}
