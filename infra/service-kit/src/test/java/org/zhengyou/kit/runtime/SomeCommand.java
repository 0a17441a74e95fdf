package org.zhengyou.kit.runtime;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhengyou.kit.decide.Identifier;

/**
 * Makes a command of a type, the same whenever it is made: every field filled, every set and map
 * with several elements.
 */
final class SomeCommand {
    private static final int MANY = 6;

    private final boolean reversed;
    private int made;

    private SomeCommand(boolean reversed) {
        this.reversed = reversed;
    }

    /**
     * A command of this type.
     *
     * @param reversed whether elements are put into sets and maps in the opposite order; the
     *     command is the same
     */
    static Object of(Class<?> type, boolean reversed) {
        return new SomeCommand(reversed).some(type);
    }

    private Object some(Type type) {
        if (type instanceof ParameterizedType generic) return many(generic);
        if (!(type instanceof Class<?> plain)) throw new AssertionError("no sample of " + type);
        made++;
        if (plain == String.class) return "text " + made;
        if (plain == int.class || plain == Integer.class) return made;
        if (plain == long.class || plain == Long.class) return (long) made;
        if (plain == boolean.class || plain == Boolean.class) return made % 2 == 0;
        if (plain == LocalDate.class) return LocalDate.of(2010, 6, 1).plusDays(made);
        if (plain == Instant.class) return Instant.EPOCH.plusSeconds(made);
        if (plain.isEnum()) return plain.getEnumConstants()[made % plain.getEnumConstants().length];
        if (Identifier.class.isAssignableFrom(plain)) return made(plain, List.of("id-" + made));
        if (plain.isRecord()) return record(plain);
        throw new AssertionError("no sample of " + type);
    }

    private Object record(Class<?> type) {
        List<Object> parts = new ArrayList<>();
        for (RecordComponent part : type.getRecordComponents())
            parts.add(some(part.getGenericType()));
        return made(type, parts);
    }

    private static Object made(Class<?> type, List<Object> parts) {
        List<Class<?>> types = new ArrayList<>();
        for (RecordComponent part : type.getRecordComponents()) types.add(part.getType());
        try {
            var constructor = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(parts.toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no sample of " + type, e);
        }
    }

    private Object many(ParameterizedType type) {
        Type[] of = type.getActualTypeArguments();
        Class<?> raw = (Class<?>) type.getRawType();
        if (raw == List.class) return several(of[0]);
        if (raw == Set.class) return new LinkedHashSet<>(ordered(several(of[0])));
        if (raw != Map.class) throw new AssertionError("no sample of " + type);
        Map<Object, Object> made = new LinkedHashMap<>();
        for (int i = 0; i < MANY; i++) made.put(some(of[0]), some(of[1]));
        Map<Object, Object> map = new LinkedHashMap<>();
        for (Map.Entry<Object, Object> entry : ordered(made.entrySet()))
            map.put(entry.getKey(), entry.getValue());
        return map;
    }

    private List<Object> several(Type type) {
        List<Object> several = new ArrayList<>();
        for (int i = 0; i < MANY; i++) several.add(some(type));
        return several;
    }

    private <T> List<T> ordered(Collection<T> all) {
        List<T> list = new ArrayList<>(all);
        if (reversed) Collections.reverse(list);
        return list;
    }
}
