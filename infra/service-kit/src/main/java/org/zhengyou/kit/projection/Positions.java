package org.zhengyou.kit.projection;

/**
 * Up to where the rows of all views contain the facts.
 *
 * @param log position in the service's own log
 * @param inbox position in its inbox
 * @param generation grows whenever a view moves to another table
 */
record Positions(long log, long inbox, long generation) {
    static final Positions NOWHERE = new Positions(0, 0, 0);

    long of(Origin origin) {
        return origin == Origin.LOG ? log : inbox;
    }

    Positions with(Origin origin, long position) {
        return origin == Origin.LOG
                ? new Positions(Math.max(log, position), inbox, generation)
                : new Positions(log, Math.max(inbox, position), generation);
    }

    Positions in(long other) {
        return new Positions(log, inbox, Math.max(generation, other));
    }
}
