package org.zhengyou.kit.view;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Cuts rows of one type: each {@link Temporal} component is cut, records are cut in turn, and
 * everything else stays as it is; so nothing else may depend on a fact.
 */
public final class RowCut<R extends Record> {
    private static final int DEEPEST = 8;

    private record Part(RecordComponent component, BiFunction<Object, Cut, Object> cut) {
        @Nullable Object of(Object row, Cut cut) throws ReflectiveOperationException {
            Object value = component.getAccessor().invoke(row);
            return value == null ? null : this.cut.apply(value, cut);
        }
    }

    private final Constructor<R> constructor;
    private final List<Part> parts = new ArrayList<>();
    private final boolean isTemporal;

    private RowCut(Class<R> type, int depth) {
        if (depth > DEEPEST) throw new IllegalArgumentException(type + " is nested too deeply");
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            constructor = type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has it", e);
        }
        constructor.setAccessible(true);
        boolean temporal = false;
        for (RecordComponent component : components) temporal |= add(component, depth);
        isTemporal = temporal;
    }

    /**
     * How rows of this type are cut.
     *
     * @throws IllegalArgumentException if a component is a collection of things that change over
     *     time, which could not be cut
     */
    public static <R extends Record> RowCut<R> of(Class<R> type) {
        return new RowCut<>(type, 0);
    }

    private boolean add(RecordComponent component, int depth) {
        component.getAccessor().setAccessible(true);
        Class<?> type = component.getType();
        if (Temporal.class.isAssignableFrom(type)) {
            parts.add(new Part(component, (value, cut) -> ((Temporal<?>) value).within(cut)));
            return true;
        }
        if (type.isRecord()) {
            RowCut<?> inner = new RowCut<>(type.asSubclass(Record.class), depth + 1);
            parts.add(new Part(component, inner::cutAny));
            return inner.isTemporal;
        }
        if (hasTemporal(component.getGenericType()))
            throw new IllegalArgumentException(
                    component + " cannot be cut: use a ledger instead of a collection");
        parts.add(new Part(component, (value, cut) -> value));
        return false;
    }

    private static boolean hasTemporal(Type type) {
        return switch (type) {
            case Class<?> plain when Temporal.class.isAssignableFrom(plain) -> true;
            case Class<?> plain when plain.isRecord() ->
                    Arrays.stream(plain.getRecordComponents())
                            .anyMatch(component -> hasTemporal(component.getGenericType()));
            case ParameterizedType generic ->
                    hasTemporal(generic.getRawType())
                            || Arrays.stream(generic.getActualTypeArguments())
                                    .anyMatch(RowCut::hasTemporal);
            default -> false;
        };
    }

    /** The row had only the facts within the cut been folded. */
    public R cut(R row, Cut cut) {
        if (!isTemporal) return row;
        try {
            @Nullable Object[] values = new @Nullable Object[parts.size()];
            for (int i = 0; i < values.length; i++) values[i] = parts.get(i).of(row, cut);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("a cut row is a row", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("rows are records that can be read", e);
        }
    }

    @SuppressWarnings("unchecked") // by the type of the component
    private Object cutAny(Object row, Cut cut) {
        return cut((R) row, cut);
    }
}
