package org.zhengyou.kit.projection;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** 拼音. Finds Chinese text by how it sounds: 张三 by {@code zhangsan} and by {@code zs}. */
final class Pinyin {
    private static final String PLAIN = "; Latin-ASCII; Lower";
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");
    private static final Transliterator WORDS = Transliterator.getInstance("Han-Latin" + PLAIN);
    private static final Transliterator NAMES =
            Transliterator.getInstance("Han-Latin/Names" + PLAIN);

    private Pinyin() {}

    /**
     * Whether the text contains the wanted one, whatever the case and width; or, if that is of
     * plain letters only, whether the syllables or the initials of the text do, from the beginning
     * of a syllable.
     */
    static boolean matches(String text, String wanted) {
        String small = folded(wanted).strip();
        if (folded(text).contains(small)) return true;
        String letters = small.replace(" ", "").replace("'", "");
        if (letters.isEmpty() || !letters.chars().allMatch(c -> c >= 'a' && c <= 'z')) return false;
        return sounds(WORDS, text, letters) || sounds(NAMES, text, letters);
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static boolean sounds(Transliterator latin, String text, String letters) {
        if (text.codePoints().noneMatch(Character::isIdeographic)) return false;
        StringBuilder initials = new StringBuilder();
        StringBuilder rest = new StringBuilder();
        boolean found = false;
        for (String syllable : syllables(latin.transliterate(text)).reversed()) {
            initials.insert(0, syllable.charAt(0));
            rest.insert(0, syllable);
            found |= rest.indexOf(letters) == 0;
        }
        return found || initials.indexOf(letters) >= 0;
    }

    private static List<String> syllables(String latin) {
        return BETWEEN.splitAsStream(latin).filter(one -> !one.isEmpty()).toList();
    }
}
