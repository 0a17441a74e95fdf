package org.zhengyou.kit.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.view.Cut;

/**
 * What somebody asks a view.
 *
 * @param asOf what was true then
 * @param isNow whether {@code asOf} was not said and is the moment of asking
 * @param knownAt what was known then; null for all that is known
 * @param after what the view must have seen before it answers
 * @param rows which rows, and in which order
 */
record Question(
        Instant asOf, boolean isNow, @Nullable Instant knownAt, List<Place> after, Rows rows) {

    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(2);

    /** A position in the log of a service. */
    record Place(String source, long position) {}

    /**
     * Which rows.
     *
     * @param filters all of them must hold
     * @param keys only rows with one of these keys; empty for any
     * @param sort by which field; null for the key
     * @param descending whether the greatest comes first
     * @param from where the answer before went on to; null for the beginning
     * @param limit rows to return at most
     * @param count by which fields rows are counted instead of being returned; empty for none
     * @param mark tells questions apart, see {@link Cursor#mark}
     */
    record Rows(
            List<Filter> filters,
            List<String> keys,
            @Nullable String sort,
            boolean descending,
            @Nullable Cursor from,
            int limit,
            List<String> count,
            String mark) {

        /** All rows there are. */
        static final Rows ALL = new Rows(List.of(), List.of(), null, false, null, 1, List.of(), "");

        /** The order of the answer. */
        Comparator<Rank> order() {
            if (sort != null) return Rank.order(descending);
            return descending ? Comparator.<Rank>reverseOrder() : Comparator.naturalOrder();
        }
    }

    /** The same question about all rows for which this holds. */
    Question having(Filter filter) {
        Rows all = Rows.ALL;
        return new Question(
                asOf,
                isNow,
                knownAt,
                after,
                new Rows(
                        List.of(filter),
                        all.keys,
                        all.sort,
                        all.descending,
                        all.from,
                        all.limit,
                        all.count,
                        all.mark));
    }

    /** Whether a date was said, so that rows may be shown as they were. */
    boolean isAboutThePast() {
        return !isNow || knownAt != null;
    }

    /**
     * Which facts it is about. The clocks of processes differ a little: what another one took for
     * the present is not the future here.
     */
    Cut cut() {
        Instant at = isNow ? asOf.plus(CLOCKS_DIFFER) : asOf;
        return knownAt == null ? Cut.at(at) : new Cut(at, knownAt);
    }
}
