package org.zhengyou.bench;

/** What appends are compared. */
enum LogSubject {
    /** Ours. */
    LOG("the log", "append"),
    /** Ours without its hashes: not verifiable, only to be compared. */
    LOG_UNHASHED("the log, SHA-256 left out", "append-unhashed"),
    /** The bare driver, a document at a time. */
    INSERT_ONE("raw insertOne", "insert-one"),
    /** The bare driver, as many documents at a time as there are writers otherwise. */
    INSERT_MANY("raw insertMany of " + LogAppends.BATCH, "insert-many"),
    /** The bare driver, as many at a time as are written while as many more get ready. */
    INSERT_HALF("raw insertMany of " + LogAppends.HALF, "insert-half"),
    /** Axon 4 on the same server. */
    AXON_MONGO("axon-mongo 4.12.0, DocumentPerEvent", "append-mongo"),
    /** Axon 4 on PostgreSQL. */
    AXON_JDBC("Axon 4.13.0 JDBC on PostgreSQL", "append-jdbc");

    private final String title;
    private final String task;

    LogSubject(String title, String task) {
        this.title = title;
        this.task = task;
    }

    /** What it is called in a table. */
    String title() {
        return title;
    }

    /** What a worker is told. */
    String task() {
        return task;
    }

    boolean isBatch() {
        return this == INSERT_MANY || this == INSERT_HALF;
    }

    boolean isAxon() {
        return this == AXON_MONGO || this == AXON_JDBC;
    }

    /**
     * One measurement of appends.
     *
     * @param processes how many append to the same log
     * @param writers in each of them
     */
    record Cell(LogSubject subject, int processes, int writers) {
        /** Whether several processes are compared with one. */
        boolean isShared() {
            return processes > 1 || writers == LogCommand.SHARED_WRITERS;
        }
    }
}
