package org.zhengyou.kit.view;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * 视图. A fold of facts into rows, written once: run live into MongoDB, and in tests into memory.
 *
 * <p><b>Order-free.</b> Facts of several services arrive in any order, and a fact may be offered
 * twice. A fold therefore keeps in its rows what it needs to place a fact ({@link Timeline}, {@link
 * Ledger}, {@link Firsts}) and gives the same rows for every order and any repetition. It never
 * counts by adding, never reads another row, a clock or a random number.
 *
 * <p><b>Can be cut.</b> What a row says about the past is the row cut to it: {@code fold(all
 * facts)} cut equals {@code fold(facts within the cut)}, see {@link Fact#isWithin}. Whatever
 * depends on a fact is therefore kept in something {@link Temporal}; other components follow from
 * the key alone.
 *
 * <p><b>Bounded.</b> One row per smallest thing; what could grow with the work of the whole
 * university is counted over rows.
 *
 * <p>A row never holds more than the view's readers may see, and personal values only as {@code
 * Personal}. {@code ServiceLaws} in the kit's test jar checks all of this for every view of a page.
 *
 * @param <R> the row
 * @param <A> what a reader is shown of a row
 */
public abstract class View<R extends Record, A extends Record> {
    private final String name;
    private final Class<R> rowType;
    private final Class<A> answerType;
    private final Function<String, R> empty;
    private final RowCut<R> cut;

    /**
     * A view.
     *
     * @param name what its readers call it: path segment and collection, e.g. {@code review-board}
     * @param rowType the type of its rows
     * @param answerType the type of its answers, whose components rows are filtered and sorted by
     * @param empty the row before any fact, by key
     * @throws IllegalArgumentException if such rows could not be cut
     */
    protected View(String name, Class<R> rowType, Class<A> answerType, Function<String, R> empty) {
        this.name = name;
        this.rowType = rowType;
        this.answerType = answerType;
        this.empty = empty;
        this.cut = RowCut.of(rowType);
    }

    /** What its readers call it. */
    public final String name() {
        return name;
    }

    /** The type of its rows. */
    public final Class<R> rowType() {
        return rowType;
    }

    /** The type of its answers. */
    public final Class<A> answerType() {
        return answerType;
    }

    /** The row before any fact. */
    public final R empty(String key) {
        return empty.apply(key);
    }

    /** The row had only the facts within the cut been folded. */
    public final R cut(R row, Cut to) {
        return cut.cut(row, to);
    }

    /** Folds one fact; facts that do not concern this view are passed over. */
    public abstract void on(Fact<?> fact, Documents<R> rows);

    /** Who may see this row; see {@link Audience}. The default is the narrowest. */
    public Audience audience(R row) {
        return Audience.NARROWEST;
    }

    /**
     * Who may open the documents that the answer names in its {@code @Digest} fields: all who may
     * see the row, unless a view says fewer. Others are not admitted, whatever is said here.
     */
    public Audience documents(R row) {
        return audience(row);
    }

    /** By which fields of the answer this row may be found; none unless a view says so. */
    public Index index(R row) {
        return Index.NONE;
    }

    /**
     * What a reader is shown of this row: null if there is nothing to show at that instant (e.g. of
     * something that has ended).
     *
     * @param key the row's key
     * @param row the row, cut to the question
     * @param asOf the effective instant of the question
     */
    public abstract @Nullable A answer(String key, R row, Instant asOf);
}
