package org.zhengyou.kit.view;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The rows of one view in memory: for questions about the past, and for decisions in tests. */
public final class MemoryRows<R extends Record> implements Documents<R> {
    private final View<R, ?> view;
    private final Map<String, R> rows = new TreeMap<>();

    /** No rows yet. */
    public MemoryRows(View<R, ?> view) {
        this.view = view;
    }

    @Override
    public void update(String key, UnaryOperator<R> change) {
        rows.put(key, change.apply(find(key)));
    }

    /** The row with this key, the view's empty row if there is none. */
    public R find(String key) {
        R row = rows.get(key);
        return row == null ? view.empty(key) : row;
    }

    /** All rows by key, in key order. */
    public Map<String, R> all() {
        return Collections.unmodifiableMap(rows);
    }

    /** Folds a fact into these rows. */
    public void fold(Fact<?> fact) {
        view.on(fact, this);
    }
}
