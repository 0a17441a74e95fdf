package org.zhengyou.kit.projection;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;

/** 拼音. Finds Chinese text by how it sounds: 张三 by {@code zhangsan} and by {@code zs}. */
final class Pinyin {
    private static final String PLAIN = "; Latin-ASCII; Lower";
    private static final Transliterator WORDS =
            Transliterator.getInstance("Han-Latin" + PLAIN);
    private static final Transliterator NAMES =
            Transliterator.getInstance("Han-Latin/Names" + PLAIN);

    private Pinyin() {}

    /**
     * Whether the text contains the wanted one, whatever the case; or, if that is of plain letters
     * only, whether the syllables or the initials of the text do, from the beginning of a syllable.
     */
    static boolean matches(String text, String wanted) {
        String small = wanted.strip().toLowerCase(Locale.ROOT);
        if (text.toLowerCase(Locale.ROOT).contains(small)) return true;
        String letters = small.replace(" ", "").replace("'", "");
        if (letters.isEmpty() || !letters.chars().allMatch(c -> c >= 'a' && c <= 'z')) return false;
        return sounds(WORDS, text, letters) || sounds(NAMES, text, letters);
    }

    private static boolean sounds(Transliterator latin, String text, String letters) {
        if (text.codePoints().noneMatch(Character::isIdeographic)) return false;
        String[] syllables = latin.transliterate(text).split("[^a-z0-9]+", -1);
        StringBuilder initials = new StringBuilder();
        StringBuilder rest = new StringBuilder();
        boolean found = false;
        for (int i = syllables.length - 1; i >= 0; i--) {
            if (syllables[i].isEmpty()) continue;
            initials.insert(0, syllables[i].charAt(0));
            rest.insert(0, syllables[i]);
            found |= rest.indexOf(letters) == 0;
        }
        return found || initials.indexOf(letters) >= 0;
    }
}
