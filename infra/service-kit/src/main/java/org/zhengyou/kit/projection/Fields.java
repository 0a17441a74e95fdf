package org.zhengyou.kit.projection;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.view.View;

/**
 * The fields of a view's answers by which rows may be filtered and sorted: the components of the
 * record its {@code answer} method says it returns, and {@code key}.
 */
final class Fields {
    static final String KEY = "key";

    private final @Nullable Class<?> declared;
    private final Map<Class<?>, Map<String, Method>> accessors = new ConcurrentHashMap<>();

    Fields(View<?> view) {
        declared = answerOf(view);
    }

    /** The most exact type that some {@code answer} method declares; null if none is a record. */
    private static @Nullable Class<?> answerOf(View<?> view) {
        Class<?> found = null;
        for (Method method : view.getClass().getMethods()) {
            if (!method.getName().equals("answer") || method.getParameterCount() != 3) continue;
            if (method.getParameterTypes()[2] != Instant.class) continue;
            if (method.getDeclaringClass() == View.class) {
                if (found == null) found = view.row();
            } else if (!method.isBridge()) {
                found = method.getReturnType();
            }
        }
        return found != null && found.isRecord() ? found : null;
    }

    /** Whether rows may be filtered and sorted by it. */
    boolean has(String field) {
        if (field.equals(KEY)) return true;
        return declared == null || accessors(declared).containsKey(field);
    }

    /** Its value in this answer; null if the answer has none. */
    @Nullable Object value(String key, Record answer, String field) {
        if (field.equals(KEY)) return key;
        Method accessor = accessors(answer.getClass()).get(field);
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
        Method accessor = declared == null ? null : accessors(declared).get(field);
        if (accessor == null) return Object.class;
        if (!isList(field)) return accessor.getReturnType();
        return accessor.getGenericReturnType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> member
                ? member
                : Object.class;
    }

    /** Whether it has several values at once. */
    boolean isList(String field) {
        Method accessor = declared == null ? null : accessors(declared).get(field);
        return accessor != null && Collection.class.isAssignableFrom(accessor.getReturnType());
    }

    private Map<String, Method> accessors(Class<?> type) {
        return accessors.computeIfAbsent(
                type,
                record -> {
                    Map<String, Method> all = new LinkedHashMap<>();
                    for (RecordComponent component : record.getRecordComponents()) {
                        component.getAccessor().setAccessible(true);
                        all.put(component.getName(), component.getAccessor());
                    }
                    return all;
                });
    }

    /** All of them, for people. */
    @Override
    public String toString() {
        TreeSet<String> names = new TreeSet<>();
        names.add(KEY);
        if (declared != null) names.addAll(accessors(declared).keySet());
        return names.toString();
    }
}
