package org.zhengyou.log;

/**
 * What must hold for a transaction to be appended: no event after a position matches.
 *
 * @param criteria the events that would be in conflict
 * @param after the last position its author knew; only later events count. 0 = the whole log
 */
public record Condition(Criteria criteria, long after) {
    private static final Condition NONE = new Condition(Criteria.none(), 0);

    /** Refuses a negative position. */
    public Condition {
        if (after < 0) {
            throw new IllegalArgumentException("no such position: " + after);
        }
    }

    /** Append whatever happened. */
    public static Condition none() {
        return NONE;
    }
}
