package org.zhengyou.kit.projection;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.zhengyou.kit.view.View;

/**
 * The shape of what is stored of a view, as a short text. It changes whenever the names or types of
 * the components of its rows do, however deep: rows of another shape cannot be read any more. And
 * it changes with the fields that are indexed and with the order of values: rows that were stored
 * otherwise would not be found.
 */
final class Shape {
    private static final int BYTES = 8;

    private final StringBuilder text = new StringBuilder();
    private final Set<Class<?>> described = new HashSet<>();

    private Shape() {}

    /** 16 hexadecimal digits. */
    static <R extends Record> String of(View<R, ?> view) {
        Shape shape = new Shape();
        shape.describe(view.rowType());
        Fields fields = new Fields(view);
        for (String field : view.index(view.empty("")).fields().keySet()) {
            shape.text.append('#').append(field).append(':');
            shape.describe(fields.type(field));
            Object[] constants = fields.type(field).getEnumConstants();
            if (constants != null) shape.text.append(Arrays.toString(constants));
        }
        shape.text.append(Collation.version());
        byte[] whole = shape.text.toString().getBytes(StandardCharsets.UTF_8);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(whole);
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void describe(Type type) {
        switch (type) {
            case Class<?> simple -> describe(simple);
            case ParameterizedType generic -> {
                describe(generic.getRawType());
                Arrays.stream(generic.getActualTypeArguments()).forEach(this::describe);
            }
            case GenericArrayType array -> describe(array.getGenericComponentType());
            default -> text.append('?');
        }
        text.append(';');
    }

    private void describe(Class<?> type) {
        text.append(type.getSimpleName());
        if (!described.add(type)) return;
        if (type.isRecord())
            for (RecordComponent component : type.getRecordComponents()) {
                text.append(',').append(component.getName()).append(':');
                describe(component.getGenericType());
            }
        if (type.isSealed())
            Arrays.stream(type.getPermittedSubclasses()).forEach(sub -> describe((Type) sub));
    }
}
