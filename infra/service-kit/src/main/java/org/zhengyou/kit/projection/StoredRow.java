package org.zhengyou.kit.projection;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.zhengyou.kit.runtime.Basis;
import org.zhengyou.kit.view.Cut;
import org.zhengyou.kit.view.View;

/**
 * A row of a view and what is needed to keep it.
 *
 * @param key its key
 * @param version how often it was written; 0 if never
 * @param row the row
 * @param size how many characters its parts take in the store, as it was read or written last
 * @param effective the latest effective time of the facts that made it, in microseconds since 1970
 * @param recorded the latest recorded time of these facts, likewise
 * @param facts the last positions of these facts, in each of the two logs
 */
record StoredRow<R extends Record>(
        String key, long version, R row, int size, long effective, long recorded, Basis facts) {

    /** The row before any fact. */
    static <R extends Record> StoredRow<R> empty(View<R, ?> view, String key) {
        return new StoredRow<>(
                key, 0, view.empty(key), 0, Long.MIN_VALUE, Long.MIN_VALUE, Basis.NOTHING);
    }

    /** This very row if the step changes nothing. */
    StoredRow<R> after(Step<R> step) {
        R next = step.change().apply(row);
        if (next.equals(row)) return this;
        return new StoredRow<>(
                key,
                version,
                next,
                size,
                Math.max(effective, micros(step.from().effectiveAt())),
                Math.max(recorded, micros(step.from().recordedAt())),
                step.from().after(facts));
    }

    /** Whether steps have made another row of that one; a step that changes nothing does not. */
    @SuppressWarnings("ReferenceEquality") // that is what a step gives back then
    boolean isOtherThan(StoredRow<R> before) {
        return this != before;
    }

    /** The same row after it was written once more. */
    StoredRow<R> written() {
        return new StoredRow<>(key, version + 1, row, size, effective, recorded, facts);
    }

    /** The same row, which takes so many characters. */
    StoredRow<R> sized(int characters) {
        return new StoredRow<>(key, version, row, characters, effective, recorded, facts);
    }

    /** Whether it was made of facts within the cut only, so that it is the row of that cut too. */
    boolean isWithin(Cut cut) {
        return isWithin(cut, effective, recorded);
    }

    /** Whether facts up to these times are within the cut. */
    static boolean isWithin(Cut cut, long effective, long recorded) {
        return cut.admits(instant(effective), instant(recorded));
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** Microseconds since 1970, as the log keeps times. */
    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
