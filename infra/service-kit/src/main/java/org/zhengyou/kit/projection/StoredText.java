package org.zhengyou.kit.projection;

/**
 * Texts as parts of ids in the store. Stores differ in how they order characters beyond the first
 * 65,536; written out, all order them alike, and as Java does.
 */
final class StoredText {
    /** A control character: neither keys nor values of an index have any. */
    private static final char ESCAPE = '\u007f';

    private static final int DIGITS = 4;

    private StoredText() {}

    static String encode(String text) {
        if (text.chars().noneMatch(c -> isEscaped((char) c))) return text;
        StringBuilder encoded = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isEscaped(c)) encoded.append(ESCAPE).append("%04x".formatted((int) c));
            else encoded.append(c);
        }
        return encoded.toString();
    }

    private static boolean isEscaped(char c) {
        return Character.isSurrogate(c) || c == ESCAPE;
    }

    static String decode(String encoded) {
        if (encoded.indexOf(ESCAPE) < 0) return encoded;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == ESCAPE) {
                text.append((char) Integer.parseInt(encoded, i + 1, i + 1 + DIGITS, 16));
                i += DIGITS;
            } else text.append(c);
        }
        return text.toString();
    }
}
