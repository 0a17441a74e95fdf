package org.zhengyou.kit.view;

import java.time.Instant;

/**
 * 视图. A fold of facts into rows, written once: run live into MongoDB, and for a question about the
 * past into memory.
 *
 * <p><b>Order-free.</b> Facts of several services arrive in any order, and a fact may be offered
 * twice. A fold therefore keeps in its rows what it needs to place a fact ({@link Timeline}, sets
 * keyed by id) and gives the same rows for every order and any repetition. It never counts by
 * adding, never reads another row, a clock or a random number. {@code ViewLaws} in the kit's test
 * jar checks this for every view.
 *
 * <p>A row never holds more than the view's readers may see, and personal values only as {@code
 * Personal}.
 */
public interface View<R extends Record> {
    /** By which fields of the answer rows of this view may be found; none unless it says so. */
    default Index index(R row) {
        return Index.NONE;
    }

    /** Who may see this row; see {@link Audience}. */
    default Audience audience(R row) {
        return Audience.NARROWEST;
    }

    /** What its readers call it: path segment and collection, e.g. {@code review-board}. */
    String name();

    /** The row's type. */
    Class<R> row();

    /** The row before any fact. */
    R empty(String key);

    /** Folds one fact; facts that do not concern this view are passed over. */
    void on(Fact<?> fact, Documents<R> rows);

    /**
     * Whether this reader may see this row. The default is the narrowest: auditors, and those who
     * hold an office at the university Party committee on the day of reading (U28: the past is seen
     * with today's permissions).
     */
    default boolean visible(R row, Reader reader) {
        return reader.isAuditor() || reader.isAtCommittee();
    }

    /**
     * What a reader is shown of this row: a record, or null if there is nothing to show at that
     * instant (e.g. a row that is only known by a later fact).
     *
     * @param key the row's key
     * @param row the row, folded from exactly the facts of the question
     * @param asOf the effective instant of the question
     */
    default @org.jspecify.annotations.Nullable Record answer(String key, R row, Instant asOf) {
        return row;
    }
}
