package org.zhengyou.commendations.recommendations;

/**
 * 推荐票数 (S83). The counted papers for one nomination.
 *
 * @param inFavour papers in favour, 0 or more
 * @param against papers against, 0 or more
 * @param abstain papers that abstain, 0 or more
 */
public record Tally(int inFavour, int against, int abstain) {
    private static final int MOST = 100_000;

    /** Checks the shape. */
    public Tally {
        check("inFavour", inFavour);
        check("against", against);
        check("abstain", abstain);
    }

    /** How many papers were counted. */
    public int sum() {
        return inFavour + against + abstain;
    }

    private static void check(String field, int count) {
        if (count < 0 || count > MOST)
            throw new IllegalArgumentException(field + " is 0 to " + MOST);
    }
}
