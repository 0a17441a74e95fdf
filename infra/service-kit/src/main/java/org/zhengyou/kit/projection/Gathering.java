package org.zhengyou.kit.projection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page while it fills. It is given up half empty when too much was looked at in vain. */
final class Gathering {
    private static final int MOST_ROWS_LOOKED_AT = 1_000;
    private static final int MOST_VALUES_PASSED = 5_000;

    private final int limit;
    private final List<Shown> rows = new ArrayList<>();
    private @Nullable Rank reached;
    private int lookedAt;
    private int passed;

    Gathering(int limit) {
        this.limit = limit;
    }

    /**
     * Whether nothing more is to be looked at. One row more than the limit tells that it goes on.
     */
    boolean isFull() {
        return rows.size() > limit
                || lookedAt >= MOST_ROWS_LOOKED_AT
                || passed >= MOST_VALUES_PASSED;
    }

    /** How many rows there is room for. */
    int missing() {
        return limit + 1 - rows.size();
    }

    /** A row was looked at; {@code shown} is null if it does not belong here. */
    void look(Rank at, @Nullable Shown shown) {
        lookedAt++;
        reached = at;
        if (shown != null) rows.add(shown);
    }

    /** Values were passed, the last of which this is: all its rows were looked at. */
    void pass(int values, String place) {
        passed += values;
        reached = new Rank(place, null);
    }

    /** The rows of the page. */
    List<Shown> rows() {
        return rows.size() > limit ? rows.subList(0, limit) : rows;
    }

    /**
     * Where the next page begins; null if there is none.
     *
     * @param ended whether all there is was looked at
     */
    @Nullable Rank next(boolean ended) {
        if (rows.size() > limit) return rows.get(limit - 1).rank();
        return ended ? null : reached;
    }
}
