package org.zhengyou.kit.documents;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The digests that an event names: the texts in its fields called {@code digest} or so. */
final class NamedDigests {
    /** SHA-256, 64 hexadecimal digits. Other notations stand for what is kept elsewhere. */
    static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    private static final int DEEPEST = 4;

    private record Part(Method read, boolean isDigest) {}

    /** Most events have no such part, and cost nothing. */
    private static final ClassValue<List<Part>> PARTS =
            new ClassValue<>() {
                @Override
                protected List<Part> computeValue(Class<?> type) {
                    return parts(type);
                }
            };

    private NamedDigests() {}

    /** The digests named anywhere in this event. */
    static Set<String> in(Object event) {
        return new LinkedHashSet<>(places(event).values());
    }

    /** The digests named anywhere in this event or command, by the path of the field. */
    static Map<String, String> places(Object whole) {
        Map<String, String> digests = new LinkedHashMap<>();
        collect(whole, "", digests);
        return digests;
    }

    private static void collect(@Nullable Object value, String path, Map<String, String> digests) {
        switch (value) {
            case Record record -> {
                for (Part part : PARTS.get(record.getClass())) {
                    Object said = read(record, part.read());
                    String name = part.read().getName();
                    String place = path.isEmpty() ? name : path + '.' + name;
                    if (!part.isDigest()) collect(said, place, digests);
                    else if (said instanceof String text && FORM.matcher(text).matches())
                        digests.put(place, text);
                }
            }
            case Collection<?> some -> {
                int number = 0;
                for (Object one : some) collect(one, path + '[' + number++ + ']', digests);
            }
            case Map<?, ?> map -> collect(map.values(), path, digests);
            case null, default -> {}
        }
    }

    private static @Nullable Object read(Record record, Method accessor) {
        try {
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(accessor + " cannot be read", e);
        }
    }

    private static List<Part> parts(Class<?> type) {
        List<Part> parts = new ArrayList<>();
        for (RecordComponent component : components(type)) {
            boolean isDigest = isDigest(component);
            if (!isDigest && !mayName(component.getGenericType(), DEEPEST)) continue;
            component.getAccessor().setAccessible(true);
            parts.add(new Part(component.getAccessor(), isDigest));
        }
        return List.copyOf(parts);
    }

    private static RecordComponent[] components(Class<?> type) {
        return type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
    }

    private static boolean isDigest(RecordComponent component) {
        return component.getType() == String.class
                && component.getName().toLowerCase(Locale.ROOT).endsWith("digest");
    }

    private static boolean mayName(Type type, int deep) {
        return switch (type) {
            case ParameterizedType of ->
                    Arrays.stream(of.getActualTypeArguments()).anyMatch(one -> mayName(one, deep));
            case Class<?> of ->
                    deep > 0
                            && Arrays.stream(components(of))
                                    .anyMatch(
                                            one ->
                                                    isDigest(one)
                                                            || mayName(
                                                                    one.getGenericType(),
                                                                    deep - 1));
            default -> false;
        };
    }
}
