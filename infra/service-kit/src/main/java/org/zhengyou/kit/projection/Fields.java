package org.zhengyou.kit.projection;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.view.View;

/**
 * The fields of a view's answers by which rows may be filtered and sorted: the components of the
 * answer's type, and {@code key}.
 */
final class Fields {
    static final String KEY = "key";

    private final Map<String, Method> accessors = new LinkedHashMap<>();

    Fields(View<?, ?> view) {
        for (RecordComponent component : view.answerType().getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            accessors.put(component.getName(), component.getAccessor());
        }
    }

    /** Whether rows may be filtered and sorted by it. */
    boolean has(String field) {
        return field.equals(KEY) || accessors.containsKey(field);
    }

    /** Its value in this answer; null if the answer has none. */
    @Nullable Object value(String key, Record answer, String field) {
        if (field.equals(KEY)) return key;
        Method accessor = accessors.get(field);
        if (accessor == null) return null;
        try {
            return accessor.invoke(answer);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(answer.getClass() + " does not show " + field, e);
        }
    }

    /** The type of its values; of the members of a list. {@code Object} if that is not known. */
    Class<?> type(String field) {
        if (field.equals(KEY)) return String.class;
        Method accessor = accessors.get(field);
        if (accessor == null) return Object.class;
        if (!isList(field)) return accessor.getReturnType();
        return accessor.getGenericReturnType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> member
                ? member
                : Object.class;
    }

    /**
     * Whether it is true or false. In the past of a row it may have been either, so that no row is
     * found by what it was.
     */
    boolean isTruth(String field) {
        return type(field) == boolean.class || type(field) == Boolean.class;
    }

    /** Whether its values are personal. */
    boolean isPersonal(String field) {
        return type(field) == Personal.class && !isList(field);
    }

    /** The fields whose values are personal. */
    List<String> personal() {
        return accessors.keySet().stream().filter(this::isPersonal).toList();
    }

    /** Whether it has several values at once. */
    boolean isList(String field) {
        Method accessor = accessors.get(field);
        return accessor != null && Collection.class.isAssignableFrom(accessor.getReturnType());
    }

    /** What they are called, in alphabetical order. */
    Set<String> names() {
        TreeSet<String> names = new TreeSet<>(accessors.keySet());
        names.add(KEY);
        return names;
    }

    /** All of them, for people. */
    @Override
    public String toString() {
        return names().toString();
    }
}
