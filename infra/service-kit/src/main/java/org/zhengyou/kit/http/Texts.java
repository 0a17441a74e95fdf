package org.zhengyou.kit.http;

/** What a text of a person may consist of. */
final class Texts {
    private Texts() {}

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
