package org.zhengyou.kit.projection;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.personal.Personal;

/** The values of an answer as people read them, and as filters name them. */
final class Reading {
    private Reading() {}

    /** As in JSON, without quotes; empty for nothing. */
    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Personal personal -> personal.text() == null ? "" : personal.text();
            case Identifier id -> id.value();
            case Enum<?> constant -> constant.name();
            case Collection<?> many when many.isEmpty() -> "";
            default -> value.toString();
        };
    }

    /** Of a list, the texts of its members; one empty text for nothing. */
    static Set<String> texts(@Nullable Object value) {
        if (!(value instanceof Collection<?> many) || many.isEmpty()) return Set.of(text(value));
        Set<String> texts = new LinkedHashSet<>();
        for (Object one : many) texts.add(text(one));
        return texts;
    }
}
