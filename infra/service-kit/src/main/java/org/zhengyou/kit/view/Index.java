package org.zhengyou.kit.view;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * By which fields a store may find rows without reading all of them. The fields are those of the
 * view's answer, and per field the index has every value that the answer of this row ever has, at
 * whatever cut: so a store that narrows by the live row misses no row whose cut is asked for. It
 * may find more; what is answered is checked on the row itself.
 *
 * <p>Nothing (null) is not indexed: besides the indexed values, an answer may have none. Of a field
 * that is a list, the members are indexed. Personal values are never indexed.
 *
 * @param fields the values ever had, by field, in the order they were declared
 */
public record Index(Map<String, Set<Object>> fields) {
    /** No field is indexed. */
    public static final Index NONE = new Index(Map.of());

    /** Copies the map. */
    public Index {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** An index of one field with a value that never changes; null for none. */
    public static Index on(String field, @Nullable Object value) {
        return NONE.and(field, value);
    }

    /** An index of one field. */
    public static Index on(String field, Values values) {
        return NONE.and(field, values);
    }

    /** An index of one field as it was over time. */
    public static Index on(String field, Timeline<?> line) {
        return NONE.and(field, line);
    }

    /** An index of one field as this function says it was over time. */
    public static <T> Index on(
            String field, Timeline<T> line, Function<? super T, ? extends @Nullable Object> what) {
        return NONE.and(field, line, what);
    }

    /** This index, and a field with a value, or a collection of values, that never changes. */
    public Index and(String field, @Nullable Object value) {
        return switch (value) {
            case null -> and(field, Values.of());
            case Collection<?> many -> and(field, Values.of(many));
            default -> and(field, Values.of(value));
        };
    }

    /** This index, and a field as it was over time. */
    public Index and(String field, Timeline<?> line) {
        return and(field, Values.of(line));
    }

    /** This index, and a field as this function says it was over time. */
    public <T> Index and(
            String field, Timeline<T> line, Function<? super T, ? extends @Nullable Object> what) {
        return and(field, Values.of(line, what));
    }

    /** This index, and one more field. */
    public Index and(String field, Values values) {
        Map<String, Set<Object>> more = new LinkedHashMap<>(fields);
        more.put(field, values.ever());
        return new Index(more);
    }
}
