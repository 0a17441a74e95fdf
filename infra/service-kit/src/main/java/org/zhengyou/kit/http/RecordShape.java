package org.zhengyou.kit.http;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A JSON object as a record: every component that is not nullable must be there, nothing else may
 * be, and the record's own constructor has the last word.
 */
final class RecordShape implements Shape {
    private record Part(String name, boolean nullable, Shape shape) {}

    private final List<Part> parts;
    private final Set<String> names;
    private final Constructor<?> constructor;

    /**
     * The shape of this record.
     *
     * @throws IllegalStateException if it is not accessible
     */
    RecordShape(Class<?> type, Shapes shapes) {
        RecordComponent[] components = type.getRecordComponents();
        parts = Arrays.stream(components).map(c -> part(c, shapes)).toList();
        names = parts.stream().map(Part::name).collect(Collectors.toUnmodifiableSet());
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has its constructor", e);
        }
    }

    private static Part part(RecordComponent component, Shapes shapes) {
        return new Part(
                component.getName(),
                Shapes.isNullable(component.getAnnotatedType()),
                shapes.of(component.getAnnotatedType()));
    }

    @Override
    public @Nullable Object read(JsonNode node, String path, FieldErrors errors) {
        if (!node.isObject()) {
            errors.add(path, "must be an object");
            return null;
        }
        int before = errors.count();
        for (String name : node.propertyNames())
            if (!names.contains(name)) errors.add(below(path, name), "is not known here");
        @Nullable Object[] values = new Object[parts.size()];
        for (int i = 0; i < values.length; i++) values[i] = read(parts.get(i), node, path, errors);
        return errors.count() > before ? null : construct(values, path, errors);
    }

    private static @Nullable Object read(
            Part part, JsonNode node, String path, FieldErrors errors) {
        JsonNode value = node.get(part.name());
        if (value != null && !value.isNull())
            return part.shape().read(value, below(path, part.name()), errors);
        if (!part.nullable())
            errors.add(below(path, part.name()), value == null ? "is missing" : "must not be null");
        return null;
    }

    private @Nullable Object construct(@Nullable Object[] values, String path, FieldErrors errors) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof IllegalArgumentException wrong))
                throw new IllegalStateException("a constructor failed: " + constructor, e);
            String reason = String.valueOf(wrong.getMessage());
            errors.add(fieldIn(reason, path), reason);
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("not accessible: " + constructor, e);
        }
    }

    /** The component that the constructor speaks of, or the record as a whole. */
    private String fieldIn(String reason, String path) {
        List<String> words = Arrays.asList(reason.split("[^A-Za-z0-9_]+"));
        for (Part part : parts) if (words.contains(part.name())) return below(path, part.name());
        return path;
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + '.' + name;
    }
}
