package org.zhengyou.organizations.register;

import java.util.regex.Pattern;

/** Checks of shape that commands share. */
public final class Shape {
    /** The longest code, in characters. */
    static final int LONGEST_CODE = 20;

    private static final Pattern CODE =
            Pattern.compile("[\\p{L}\\p{N}._-]{1," + LONGEST_CODE + "}");

    private Shape() {}

    /**
     * The text without surrounding blanks.
     *
     * @throws IllegalArgumentException naming the field if it is blank or longer than the limit
     */
    public static String text(String field, String text, int limit) {
        String stripped = optionalText(field, text, limit);
        if (stripped.isEmpty()) throw new IllegalArgumentException(field + " is not blank");
        return stripped;
    }

    /**
     * The text without surrounding blanks, which may be empty.
     *
     * @throws IllegalArgumentException naming the field if it is longer than the limit
     */
    public static String optionalText(String field, String text, int limit) {
        String stripped = text.strip();
        if (stripped.length() > limit)
            throw new IllegalArgumentException(field + " has at most " + limit + " characters");
        return stripped;
    }

    /**
     * A short code without surrounding blanks.
     *
     * @throws IllegalArgumentException naming the field if it has another form
     */
    static String code(String field, String text) {
        String stripped = text.strip();
        if (!isCode(stripped))
            throw new IllegalArgumentException(
                    field + " has 1 to " + LONGEST_CODE + " letters, digits, '.', '_' or '-'");
        return stripped;
    }

    /** Whether a code may look like this. */
    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }
}
