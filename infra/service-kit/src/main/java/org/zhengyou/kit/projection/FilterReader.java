package org.zhengyou.kit.projection;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.validation.Texts;

/**
 * Reads what follows {@code field:} in a filter: a value; values separated by commas, of which one
 * must be had, an empty one for nothing; {@code from..to}, either end open; {@code ~text}. A
 * backslash takes the next character as it is. Texts are compared as they are stored, whatever form
 * they were written in.
 */
final class FilterReader {
    /** What is right, for people. */
    static final String FORMS =
            "must be field:value, field:one,other, field: for nothing, field:from..to,"
                    + " field:from.., field:..to or field:~text, with \\ before a comma, a dot, a ~ or"
                    + " a \\ that is meant as such";

    private static final String RANGE = "..";

    /** A character that is meant as such has this before it. */
    private static final char AS_SUCH = '\\';

    private FilterReader() {}

    /**
     * Reads a filter.
     *
     * @param type of the values of the field
     * @throws IllegalArgumentException that says what would be right
     */
    static Filter read(String field, String text, Class<?> type) {
        if (!Texts.isClean(text))
            throw new IllegalArgumentException("has a character that nobody writes");
        if (text.startsWith("~")) {
            String wanted = Texts.normal(plain(text.substring(1)));
            if (wanted.isEmpty()) throw new IllegalArgumentException(FORMS);
            return new Filter.Containing(field, wanted);
        }
        int dots = find(text, RANGE, 0);
        return dots < 0
                ? new Filter.AnyOf(field, stored(split(text)))
                : range(field, text.substring(0, dots), text.substring(dots + 2), type);
    }

    /** As texts are stored, and as numbers are. */
    private static Set<String> stored(List<String> texts) {
        Set<String> all = new HashSet<>();
        for (String text : texts) {
            all.add(Texts.normal(text));
            all.add(Texts.folded(text));
        }
        return Set.copyOf(all);
    }

    private static Filter range(String field, String from, String to, Class<?> type) {
        if (from.isEmpty() && to.isEmpty()) throw new IllegalArgumentException(FORMS);
        return new Filter.Range(
                field,
                from.isEmpty() ? null : Collation.from(typed(plain(from), type)),
                to.isEmpty() ? null : Collation.to(typed(plain(to), type)));
    }

    /**
     * Parts of a text between commas, each without its backslashes; one, perhaps empty, at least.
     */
    static List<String> split(String text) {
        Set<String> parts = new LinkedHashSet<>();
        int from = 0;
        for (int to = find(text, ",", 0); to >= 0; to = find(text, ",", from)) {
            parts.add(plain(text.substring(from, to)));
            from = to + 1;
        }
        parts.add(plain(text.substring(from)));
        return new ArrayList<>(parts);
    }

    private static int find(String text, String wanted, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == AS_SUCH) i++;
            else if (text.startsWith(wanted, i)) return i;
        }
        return -1;
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean last = i == text.length() - 1;
            if (c == AS_SUCH && last) throw new IllegalArgumentException(FORMS);
            plain.append(c == AS_SUCH ? text.charAt(++i) : c);
        }
        return plain.toString();
    }

    private static Object typed(String text, Class<?> type) {
        try {
            if (type == LocalDate.class) return LocalDate.parse(text);
            if (type == Instant.class) return Instant.parse(text);
            if (isNumber(type)) return Double.valueOf(text);
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "an end of the range must be " + shown(type) + ": " + text, e);
        }
        Object constant = constant(text, type);
        return constant == null ? text : constant;
    }

    private static @Nullable Object constant(String text, Class<?> type) {
        Object[] all = type.getEnumConstants();
        if (all == null) return null;
        for (Object one : all) if (((Enum<?>) one).name().equals(text)) return one;
        throw new IllegalArgumentException("an end of the range must be one of " + List.of(all));
    }

    private static boolean isNumber(Class<?> type) {
        return Number.class.isAssignableFrom(type)
                || (type.isPrimitive() && type != boolean.class && type != char.class);
    }

    private static String shown(Class<?> type) {
        if (type == LocalDate.class) return "a date such as 2010-06-15";
        return type == Instant.class ? "an instant such as 2010-06-15T08:00:00Z" : "a number";
    }
}
