package org.zhengyou.kit.http;

import java.text.Normalizer;

/** What a text of a person may consist of. */
final class Texts {
    private Texts() {}

    /**
     * The text as it is stored: composed characters (NFC), lines ended by a line feed, no blanks
     * around it.
     */
    static String normal(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        return Normalizer.normalize(lines, Normalizer.Form.NFC).strip();
    }

    /**
     * Whether it is valid Unicode (a lone surrogate could not be stored) without control characters
     * other than tab and line ends.
     */
    static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean printed = c >= ' ' && c != 0x7F;
            if (!printed && c != '\n' && c != '\r' && c != '\t') return false;
            if (Character.isSurrogate(c)) {
                if (Character.charCount(text.codePointAt(i)) != 2) return false;
                i++;
            }
        }
        return true;
    }
}
