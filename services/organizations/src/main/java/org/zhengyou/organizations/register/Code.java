package org.zhengyou.organizations.register;

import java.util.regex.Pattern;

/** 编号. What the short code of an organisation may look like. */
final class Code {
    /** The longest code, in characters. */
    static final int LONGEST = 20;

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}._-]{1," + LONGEST + "}");

    private Code() {}

    /**
     * A short code without surrounding blanks.
     *
     * @throws IllegalArgumentException naming the field if it has another form
     */
    static String checked(String field, String text) {
        String stripped = text.strip();
        if (!isOne(stripped))
            throw new IllegalArgumentException(
                    field + " has 1 to " + LONGEST + " letters, digits, '.', '_' or '-'");
        return stripped;
    }

    /** Whether a code may look like this. */
    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }
}
