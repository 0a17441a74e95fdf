package org.zhengyou.commendations.rounds;

import java.util.List;
import java.util.Set;

/** What any command may look like, before a rule is asked. */
public final class Shape {
    /** The longest digest taken, in characters. */
    public static final int LONGEST_DIGEST = 128;

    private Shape() {}

    /**
     * The text without leading and trailing white space.
     *
     * @param most the longest text taken, in characters
     * @throws IllegalArgumentException naming the field, if it is blank or too long
     */
    public static String text(String field, String value, int most) {
        String text = value.strip();
        if (text.isEmpty() || text.codePointCount(0, text.length()) > most)
            throw new IllegalArgumentException(field + " has 1 to " + most + " characters");
        return text;
    }

    /**
     * A copy of the list, which is not empty.
     *
     * @throws IllegalArgumentException naming the field, if it is empty or repeats an entry
     */
    public static <T> List<T> some(String field, List<T> values) {
        if (values.isEmpty()) throw new IllegalArgumentException(field + " has at least 1 entry");
        if (Set.copyOf(values).size() < values.size())
            throw new IllegalArgumentException(field + " names an entry twice");
        return List.copyOf(values);
    }
}
