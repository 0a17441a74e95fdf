package org.zhengyou.kit.projection;

import java.time.Duration;
import org.zhengyou.kit.http.ProblemException;
import org.zhengyou.kit.http.ProblemKind;

/** When an answer must have been found. */
final class TimeLimit {
    private final long at;

    private TimeLimit(long at) {
        this.at = at;
    }

    /** This long from now. */
    static TimeLimit in(Duration time) {
        return new TimeLimit(System.nanoTime() + time.toNanos());
    }

    /**
     * Goes on if there is time.
     *
     * @throws ProblemException {@code TIME_LIMIT_EXCEEDED} that says what would be faster
     */
    void check(String faster) {
        if (System.nanoTime() - at > 0)
            throw ProblemException.of(ProblemKind.TIME_LIMIT_EXCEEDED, faster);
    }
}
