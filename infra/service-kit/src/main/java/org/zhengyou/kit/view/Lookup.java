package org.zhengyou.kit.view;

/** Reads single rows of this service's views and directories. */
@FunctionalInterface
public interface Lookup {
    /**
     * The row with this key as far as it is known now; the view's empty row if nothing is known.
     */
    <R extends Record> R look(Class<? extends View<R, ?>> view, String key);
}
