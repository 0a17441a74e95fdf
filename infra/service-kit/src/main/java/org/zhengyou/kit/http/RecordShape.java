package org.zhengyou.kit.http;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.validation.Validity;
import tools.jackson.databind.JsonNode;

/**
 * A JSON object as a record: every component that is not nullable must be there, nothing else may
 * be, each part is what its annotations say, and the parts go together.
 */
final class RecordShape implements Shape {
    private record Part(String name, boolean nullable, Shape shape) {}

    private final List<Part> parts;
    private final Set<String> names;
    private final Constructor<? extends Record> constructor;
    private final Class<? extends Record> type;

    /**
     * The shape of this record.
     *
     * @throws IllegalStateException if it is not accessible
     */
    RecordShape(Class<?> type, Shapes shapes) {
        this.type = type.asSubclass(Record.class);
        RecordComponent[] components = type.getRecordComponents();
        parts = Arrays.stream(components).map(c -> part(c, shapes)).toList();
        names = parts.stream().map(Part::name).collect(Collectors.toUnmodifiableSet());
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            constructor = this.type.getDeclaredConstructor(types);
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
            errors.add(path, "must be an object | 须为对象");
            return null;
        }
        int before = errors.count();
        for (String name : node.propertyNames())
            if (!names.contains(name)) errors.add(below(path, name), "is not known here | 此处没有这一项");
        @Nullable Object[] values = new Object[parts.size()];
        for (int i = 0; i < values.length; i++) values[i] = read(parts.get(i), node, path, errors);
        return errors.count() > before ? null : construct(values, path, errors);
    }

    private @Nullable Object read(Part part, JsonNode node, String path, FieldErrors errors) {
        JsonNode value = node.get(part.name());
        if (value != null && !value.isNull()) return valid(part, value, path, errors);
        if (!part.nullable())
            errors.add(
                    below(path, part.name()),
                    value == null ? "is missing | 缺少此项" : "must not be null | 不得为 null");
        return null;
    }

    private @Nullable Object valid(Part part, JsonNode node, String path, FieldErrors errors) {
        int before = errors.count();
        Object value = part.shape().read(node, below(path, part.name()), errors);
        if (errors.count() == before)
            Validity.ofPart(type, part.name(), value).forEach(v -> errors.add(path, v));
        return value;
    }

    private @Nullable Object construct(@Nullable Object[] values, String path, FieldErrors errors) {
        int before = errors.count();
        Record record = construct(values);
        Validity.contradictions(record).forEach(v -> errors.add(path, v));
        return errors.count() == before ? record : null;
    }

    private Record construct(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a constructor failed: " + constructor, e);
        }
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + '.' + name;
    }
}
