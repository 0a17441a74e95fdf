package org.zhengyou.kit.view;

import java.util.function.UnaryOperator;

/** The rows of a view while facts are folded into it. */
@FunctionalInterface
public interface Documents<R extends Record> {
    /**
     * Changes the row with this key, which is the view's empty row if no fact touched it yet.
     *
     * @param key 1 to 200 characters, no control characters
     * @param change from the row before to the row after; must be order-free, see {@link View}
     */
    void update(String key, UnaryOperator<R> change);
}
