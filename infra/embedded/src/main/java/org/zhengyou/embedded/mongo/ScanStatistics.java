package org.zhengyou.embedded.mongo;

import java.util.concurrent.atomic.LongAdder;

/** Counts what queries cost, so that a test can say that they examine only what they return. */
final class ScanStatistics {
    /** Index entries looked at. */
    final LongAdder keys = new LongAdder();

    /** Documents fetched. */
    final LongAdder documents = new LongAdder();

    /** Queries with a filter that no index helps. */
    final LongAdder fullScans = new LongAdder();

    /** Queries whose results had to be sorted in memory. */
    final LongAdder sorts = new LongAdder();

    void reset() {
        keys.reset();
        documents.reset();
        fullScans.reset();
        sorts.reset();
    }
}
