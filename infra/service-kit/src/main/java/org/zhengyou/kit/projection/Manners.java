package org.zhengyou.kit.projection;

import org.zhengyou.kit.streaming.CommandsUnderWay;

/**
 * How whoever folds facts behaves to others in this process.
 *
 * @param charactersAtOnce of rows in one request, and so between two looks at who waits
 * @param charactersInHand of payload that is folded at once: rows, read and written, of all views
 *     are in memory together
 * @param yields whether commands go first, and batches of others need not wait
 */
record Manners(int charactersAtOnce, int charactersInHand, boolean yields) {
    /** For facts that somebody will ask for. A row is seldom touched by fewer than 40 of a part. */
    static final Manners PROMPT = new Manners(100_000, 50_000, false);

    /** For views that are built anew, for which nobody waits. */
    static final Manners PATIENT = new Manners(30_000, 100_000, true);

    /** Lets commands that are under way go first, for some time. */
    void giveWay() {
        if (yields) CommandsUnderWay.giveWay();
    }
}
