package org.zhengyou.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhengyou.bench.LogSubject.Cell;

/**
 * What {@code bench log} found.
 *
 * @param machine where it was measured
 * @param appends medians
 * @param reads medians by name, see {@link LogHistory}
 * @param profile of appends: process, whose code it is, share of its Java code
 * @param events in the long history
 * @param rounds of which all others are the medians
 * @param withoutPostgres why PostgreSQL was not measured; empty if it was
 */
record LogResults(
        List<List<String>> machine,
        Map<Cell, Appended> appends,
        Map<String, Appended> reads,
        List<List<String>> profile,
        int events,
        int rounds,
        String withoutPostgres) {

    /** Copies the maps. */
    LogResults {
        appends = Collections.unmodifiableMap(new LinkedHashMap<>(appends));
        reads = Map.copyOf(reads);
    }

    /** Nothing but not-a-numbers if it was not measured. */
    Appended append(LogSubject subject, int processes, int writers) {
        return appends.getOrDefault(new Cell(subject, processes, writers), none());
    }

    /** Likewise. */
    Appended read(String name) {
        return reads.getOrDefault(name, none());
    }

    private static Appended none() {
        return new Appended(
                Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0);
    }
}
