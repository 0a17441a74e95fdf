package org.zhengyou.embedded.mongo;

import java.nio.charset.StandardCharsets;

/** Reads texts that {@link KeyWriter} wrote in ascending order. */
final class KeyReader {
    private static final int TYPE = 1;
    private static final int END = 2;

    private KeyReader() {}

    /**
     * The text that ends a key.
     *
     * @param length of the text in the key, in bytes, with its type and its end
     */
    static String lastText(byte[] key, int length) {
        int from = key.length - length + TYPE;
        int to = key.length - END;
        for (int i = from; i < to; i++) {
            if (key[i] <= 0) {
                return decoded(key, from, to);
            }
        }
        return new String(key, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static String decoded(byte[] key, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        int at = from;
        while (at < to) {
            int first = key[at] & 0xFF;
            if (first == 0) {
                text.append('\0');
                at += 2;
            } else if (first < 0x80) {
                text.append((char) first);
                at++;
            } else if (first < 0xE0) {
                text.append((char) ((first & 0x1F) << 6 | rest(key, at + 1)));
                at += 2;
            } else {
                text.append(
                        (char) ((first & 0x0F) << 12 | rest(key, at + 1) << 6 | rest(key, at + 2)));
                at += 3;
            }
        }
        return text.toString();
    }

    private static int rest(byte[] key, int at) {
        return key[at] & 0x3F;
    }
}
