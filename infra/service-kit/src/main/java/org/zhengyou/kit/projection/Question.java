package org.zhengyou.kit.projection;

import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.view.Cut;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What somebody asks a view.
 *
 * @param asOf what was true then
 * @param isNow whether {@code asOf} was not said and is the moment of asking
 * @param knownAt what was known then; null for all that is known
 * @param after what the view must have seen before it answers
 * @param filters which rows; all of them must hold
 * @param sort by which field; null for the key
 * @param descending whether the greatest comes first
 * @param skip rows to pass over
 * @param limit rows to return at most
 */
record Question(
        Instant asOf,
        boolean isNow,
        @Nullable Instant knownAt,
        List<Place> after,
        List<Filter> filters,
        @Nullable String sort,
        boolean descending,
        int skip,
        int limit) {

    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(2);

    /** A position in the log of a service. */
    record Place(String source, long position) {}

    /** The field must have this value, as it is written in JSON without quotes. */
    record Filter(String field, String value) {}

    /** Whether a date was said, so that the rows may have to be read from the logs. */
    boolean isAboutThePast() {
        return !isNow || knownAt != null;
    }

    /**
     * Which facts it is about. The clocks of processes differ a little: what another one took for
     * the present is not the future here.
     */
    Cut cut() {
        return new Cut(
                isNow ? asOf.plus(CLOCKS_DIFFER) : asOf, knownAt == null ? Instant.MAX : knownAt);
    }
}
