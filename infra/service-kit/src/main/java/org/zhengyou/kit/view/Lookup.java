package org.zhengyou.kit.view;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads rows of this service's views and directories by their keys. */
@FunctionalInterface
public interface Lookup {
    /**
     * The row with this key as far as it is known now; the view's empty row if nothing is known.
     */
    <R extends Record> R look(Class<? extends View<R, ?>> view, String key);

    /**
     * The rows with these keys, each as {@link #look} gives it, by key in the order asked. Rows
     * that are not in memory are read from the store together, not one by one.
     */
    default <R extends Record> Map<String, R> lookAll(
            Class<? extends View<R, ?>> view, Collection<String> keys) {
        Map<String, R> rows = new LinkedHashMap<>();
        for (String key : keys) rows.computeIfAbsent(key, one -> look(view, one));
        return rows;
    }
}
