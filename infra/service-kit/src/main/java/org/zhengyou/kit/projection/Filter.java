package org.zhengyou.kit.projection;

import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a field of a row must be to be asked for. Of a list, one member must be so. */
sealed interface Filter {
    /** Which field. */
    String field();

    /** Whether a value of the field is as wanted. */
    boolean matches(@Nullable Object value);

    /**
     * One of some values.
     *
     * @param texts as in JSON without quotes; the empty one for nothing
     */
    record AnyOf(String field, Set<String> texts) implements Filter {
        @Override
        public boolean matches(@Nullable Object value) {
            return Reading.texts(value).stream().anyMatch(texts::contains);
        }
    }

    /**
     * A range, both ends included.
     *
     * @param low its places lie behind this one; null for all
     * @param high and before this one; null for all
     */
    record Range(String field, @Nullable String low, @Nullable String high) implements Filter {
        @Override
        public boolean matches(@Nullable Object value) {
            return any(value, one -> admits(Collation.place(one)));
        }

        boolean admits(String place) {
            return !place.isEmpty()
                    && (low == null || place.compareTo(low) > 0)
                    && (high == null || place.compareTo(high) < 0);
        }
    }

    /** A text that contains this one, or sounds so ({@link Pinyin}). */
    record Containing(String field, String text) implements Filter {
        @Override
        public boolean matches(@Nullable Object value) {
            return any(value, one -> Pinyin.matches(Reading.text(one), text));
        }
    }

    private static boolean any(@Nullable Object value, Predicate<Object> test) {
        if (value instanceof Collection<?> many) return many.stream().anyMatch(test);
        return value != null && test.test(value);
    }
}
