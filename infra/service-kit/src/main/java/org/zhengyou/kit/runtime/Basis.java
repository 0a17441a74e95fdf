package org.zhengyou.kit.runtime;

/**
 * 决定的依据. Up to where a decision had looked: the rows it looked up were made of exactly the facts up
 * to these positions. With the service's own events before the decision's first one, of which its
 * state and its grounds are made, this is all that a decision knew.
 *
 * @param log position in the service's own log
 * @param inbox position in its inbox
 */
public record Basis(long log, long inbox) {
    /** Before any fact. */
    public static final Basis NOTHING = new Basis(0, 0);

    /**
     * Reads {@link #toString}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Basis of(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) throw new IllegalArgumentException("no basis: " + text);
        return new Basis(
                Long.parseLong(text.substring(0, colon)),
                Long.parseLong(text.substring(colon + 1)));
    }

    /** Whether everything up to the other one is in it, too. */
    public boolean covers(Basis other) {
        return log >= other.log && inbox >= other.inbox;
    }

    /** {@code log:inbox}, as it is recorded. */
    @Override
    public String toString() {
        return log + ":" + inbox;
    }
}
