package org.zhengyou.kit.decide;

import java.util.List;
import java.util.Set;

/** What the parts of any command may look like, before a rule is asked. */
public final class Shape {
    private static final int LONGEST_DIGEST = 128;

    private Shape() {}

    /**
     * The text without leading and trailing white space.
     *
     * @param most the longest text taken, in characters
     * @throws IllegalArgumentException naming the field, if it is blank or too long
     */
    public static String text(String field, String value, int most) {
        String text = value.strip();
        if (text.isEmpty() || length(text) > most)
            throw new IllegalArgumentException(field + " has 1 to " + most + " characters");
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
        if (length(text) > most)
            throw new IllegalArgumentException(field + " has at most " + most + " characters");
        return text;
    }

    /**
     * A digest of a document that is kept elsewhere, in whatever notation it was made.
     *
     * @throws IllegalArgumentException naming the field, if it is blank or over 128 characters
     */
    public static String digest(String field, String value) {
        return text(field, value, LONGEST_DIGEST);
    }

    /** Rare Han characters are two chars each, and one character to whoever wrote them. */
    private static int length(String text) {
        return text.codePointCount(0, text.length());
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

    /**
     * As {@link #distinct}, and not empty.
     *
     * @param most the most entries taken
     * @throws IllegalArgumentException naming the field, if it is empty, too long or repeats one
     */
    public static <T> List<T> some(String field, List<T> values, int most) {
        if (values.isEmpty()) throw new IllegalArgumentException(field + " has at least 1 entry");
        return distinct(field, values, most);
    }
}
