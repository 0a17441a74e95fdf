package org.zhengyou.kit.validation;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What a text of a person may consist of, wherever it comes from: a command, a sheet, a question.
 */
public final class Texts {
    /** No-break blanks, which look like blanks. */
    private static final Pattern BLANK = Pattern.compile("[\\u00A0\\u2007\\u202F]");

    /** Nothing to be seen: no-break and other blanks without width, soft hyphens, order marks. */
    private static final Pattern NOTHING = Pattern.compile("[\\u00AD\\u180E\\u200B\\u2060\\uFEFF]");

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\r\\u2028\\u2029]");

    private Texts() {}

    /**
     * The text as it is stored: composed characters (NFC), lines ended by a line feed, blanks that
     * are plain ones, none around it, and nothing that cannot be seen.
     */
    public static String normal(String text) {
        String lines = LINE_END.matcher(text).replaceAll("\n");
        String seen = NOTHING.matcher(BLANK.matcher(lines).replaceAll(" ")).replaceAll("");
        return Normalizer.normalize(seen, Normalizer.Form.NFC).strip();
    }

    /**
     * What a number or a code is compared by, and stored as: two that people cannot tell apart are
     * one, whatever the width of their characters (NFKC).
     */
    public static String folded(String number) {
        return Normalizer.normalize(normal(number), Normalizer.Form.NFKC).strip();
    }

    /**
     * Whether it is valid Unicode (a lone surrogate could not be stored) without what nobody writes
     * and which deceives: control characters other than tab and line ends, marks that change the
     * direction, tags, noncharacters.
     */
    public static boolean isClean(String text) {
        return text.codePoints().allMatch(Texts::isClean);
    }

    private static boolean isClean(int c) {
        if (Character.isISOControl(c)) return c == '\n' || c == '\r' || c == '\t';
        boolean isSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean isNoCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        return !isSurrogate && !isNoCharacter && !changesDirection(c) && !isAside(c);
    }

    private static boolean changesDirection(int c) {
        return (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C;
    }

    /** Annotations between lines, and tags. */
    private static boolean isAside(int c) {
        return (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
    }
}
