package org.zhengyou.kit.projection;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.http.ProblemException;

/**
 * A question by a reader to one table.
 *
 * @param check the last word on every row
 * @param reader the terms under which rows are shown to the reader; null for any
 * @param limit by which it must be answered
 */
record Asked<R extends Record>(
        Table<R> table,
        Question question,
        Fields fields,
        Check<R> check,
        @Nullable Set<String> reader,
        TimeLimit limit) {

    /** The row with this key; null if there is none, or none that the reader may see. */
    @Nullable Shown one(String key) {
        return check.admit(table.find(key));
    }

    /**
     * The page that was asked for.
     *
     * @throws ProblemException {@code MALFORMED_REQUEST} if its beginning is not there any more;
     *     {@code TIME_LIMIT_EXCEEDED}
     */
    Page page() {
        return new Listing<>(table, question, check, reader, limit).after(begin());
    }

    /** How many rows there are, by the places of the values they are counted by. */
    Map<List<String>, Long> counts() {
        return new Counting<>(table, question, fields, check, limit).of(reader);
    }

    /**
     * What a client gives back to go on behind this rank; null if there is nothing. A value that is
     * not indexed may be personal: it will be read from the row again.
     */
    @Nullable String next(@Nullable Rank rank) {
        if (rank == null) return null;
        String sort = question.rows().sort();
        boolean isSaid = sort == null || table.indexed().contains(sort);
        String place = isSaid ? rank.place() : null;
        return new Cursor(question.rows().mark(), place, rank.key()).written();
    }

    private @Nullable Rank begin() {
        Cursor from = question.rows().from();
        if (from == null) return null;
        String key = from.key();
        if (from.place() != null) return new Rank(from.place(), key);
        Rank rank = key == null ? null : check.rank(table.find(StoredText.decode(key)));
        if (rank != null) return rank;
        throw ProblemException.malformed(
                "next", "stands at a row that is not there any more: begin anew");
    }
}
