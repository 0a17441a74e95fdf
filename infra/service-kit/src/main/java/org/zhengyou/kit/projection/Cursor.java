package org.zhengyou.kit.projection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer went on to, as a text that a client gives back as it is. It belongs to one
 * question and holds no personal value: where an answer is sorted by one, it names the row only.
 *
 * @param question see {@link #mark}
 * @param place of the last row; null if that is read from the row again
 * @param key of the last row; null behind all with that value
 */
record Cursor(String question, @Nullable String place, @Nullable String key) {
    private static final int MARK_BYTES = 9;
    private static final char SEPARATOR = '\n';
    private static final char NONE = '-';
    private static final char SOME = '+';

    /** A short text by which questions are told apart. */
    static String mark(String question) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(question.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, MARK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** As it is given to a client. */
    String written() {
        String text = question + SEPARATOR + optional(place) + SEPARATOR + optional(key);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String optional(@Nullable String text) {
        return text == null ? String.valueOf(NONE) : SOME + text;
    }

    /**
     * Reads what a client gave back.
     *
     * @throws IllegalArgumentException if it is no cursor
     */
    static Cursor read(String written) {
        String text = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8);
        int end = text.indexOf(SEPARATOR);
        int last = text.lastIndexOf(SEPARATOR);
        if (end < 0 || end == last) throw new IllegalArgumentException("no cursor");
        return new Cursor(
                text.substring(0, end),
                option(text.substring(end + 1, last)),
                option(text.substring(last + 1)));
    }

    private static @Nullable String option(String text) {
        if (text.isEmpty() || (text.charAt(0) != NONE && text.charAt(0) != SOME))
            throw new IllegalArgumentException("no cursor");
        return text.charAt(0) == NONE ? null : text.substring(1);
    }
}
