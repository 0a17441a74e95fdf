package org.zhengyou.evaluations.schemes;

import java.util.List;
import java.util.Set;

/** What any command may look like, before a rule is asked. */
public final class Shape {
    private Shape() {}

    /**
     * The text without leading and trailing white space.
     *
     * @param most the longest text taken, in characters
     * @throws IllegalArgumentException naming the field, if it is blank or too long
     */
    public static String text(String field, String value, int most) {
        String text = within(field, value, most);
        if (text.isEmpty()) throw new IllegalArgumentException(field + " must not be blank");
        return text;
    }

    /**
     * The text without leading and trailing white space; it may be empty.
     *
     * @param most the longest text taken, in characters
     * @throws IllegalArgumentException naming the field, if it is too long
     */
    public static String within(String field, String value, int most) {
        String text = value.strip();
        if (text.codePointCount(0, text.length()) > most)
            throw new IllegalArgumentException(field + " has at most " + most + " characters");
        return text;
    }

    /**
     * A copy of the list.
     *
     * @param most the most entries taken
     * @throws IllegalArgumentException naming the field, if it is too long
     */
    public static <T> List<T> list(String field, List<T> values, int most) {
        if (values.size() > most)
            throw new IllegalArgumentException(field + " has at most " + most + " entries");
        return List.copyOf(values);
    }

    /**
     * As {@link #list}, and no entry twice.
     *
     * @param most the most entries taken
     * @throws IllegalArgumentException naming the field, if it is too long or repeats an entry
     */
    public static <T> List<T> distinct(String field, List<T> values, int most) {
        List<T> copy = list(field, values, most);
        if (Set.copyOf(copy).size() < copy.size())
            throw new IllegalArgumentException(field + " names an entry twice");
        return copy;
    }
}
