package org.zhengyou.kit.http;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.function.Function;

/** Makes typed identifiers from their plain strings. */
final class Identifiers {
    private Identifiers() {}

    /**
     * The constructor of an identifier's record. It throws {@link IllegalArgumentException} if the
     * text has not the form of an identifier.
     */
    static Function<String, Object> constructor(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(String.class);
            constructor.setAccessible(true);
            return text -> make(constructor, text);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("an identifier has one text: " + type, e);
        }
    }

    private static Object make(Constructor<?> constructor, String text) {
        try {
            return constructor.newInstance(text);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException wrong) throw wrong;
            throw new IllegalStateException("an identifier failed: " + constructor, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("not accessible: " + constructor, e);
        }
    }
}
