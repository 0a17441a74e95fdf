package org.zhengyou.kit.projection;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.VersionInfo;
import java.text.ParsePosition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The order in which people expect values: numbers and dates by size, constants as they are
 * declared, texts by pinyin, numbers in them by size: 第2 before 第10, 第二 before 第十. An order is a
 * text whose own order is that of the values; a store sorts by it without knowing what it means.
 */
final class Collation {
    /** Texts are told apart by their beginning only: so much of them an index holds. */
    static final int LONGEST = 120;

    private static final Collator CHINESE =
            Collator.getInstance(ULocale.forLanguageTag("zh-u-co-pinyin-kn-true")).freeze();

    /** Which one of several, in words. */
    private static final Pattern WHICH = Pattern.compile("(?<=第)[〇零一二三四五六七八九十百千]{1,9}");

    private static final RuleBasedNumberFormat WORDS =
            new RuleBasedNumberFormat(ULocale.CHINA, RuleBasedNumberFormat.SPELLOUT);
    private static final HexFormat HEX = HexFormat.of();
    private static final char END = '!';

    private Collation() {}

    /** Changes whenever orders that were stored before would no longer fit new ones. */
    static String version() {
        return "collation 2, ICU " + VersionInfo.ICU_VERSION + ", UCA " + CHINESE.getUCAVersion();
    }

    /**
     * The place of a value: its order, and then the text itself, so that no two values share one.
     * Empty for nothing, which has no place.
     */
    static String place(@Nullable Object value) {
        String text = shortened(Reading.text(value));
        return text.isEmpty() ? "" : order(value, text) + END + StoredText.encode(text);
    }

    /** The text of the value with this place. */
    static String text(String place) {
        return StoredText.decode(place.substring(place.indexOf(END) + 1));
    }

    /** Comes before the places of all values that are equal to this one or greater. */
    static String from(Object value) {
        return order(value, shortened(Reading.text(value))) + END;
    }

    /** Comes behind the places of all values that are equal to this one or smaller. */
    static String to(Object value) {
        return order(value, shortened(Reading.text(value))) + (char) (END + 1);
    }

    static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    @SuppressWarnings("EnumOrdinal") // constants are in the order in which they are declared
    private static String order(@Nullable Object value, String text) {
        return switch (value) {
            case Number number -> "1" + ofDouble(number.doubleValue());
            case LocalDate date -> "2" + ofLong(date.toEpochDay());
            case Instant at -> "3" + ofLong(at.getEpochSecond()) + HEX.toHexDigits(at.getNano());
            case Enum<?> constant -> "4" + HEX.toHexDigits((short) constant.ordinal());
            case null, default ->
                    "5" + HEX.formatHex(CHINESE.getCollationKey(inDigits(text)).toByteArray());
        };
    }

    /** Of two texts that are then equal the place tells which is which: see {@link #place}. */
    private static String inDigits(String text) {
        return WHICH.matcher(text).replaceAll(found -> digits(found.group()));
    }

    private static String digits(String words) {
        ParsePosition end = new ParsePosition(0);
        Number number;
        synchronized (WORDS) { // a format is not made for several threads
            number = WORDS.parse(words.replace('零', '〇'), end);
        }
        return end.getIndex() == words.length() ? Long.toString(number.longValue()) : words;
    }

    private static String ofLong(long value) {
        return HEX.toHexDigits(value ^ Long.MIN_VALUE);
    }

    private static String ofDouble(double value) {
        long bits = Double.doubleToLongBits(value == 0 ? 0 : value);
        return HEX.toHexDigits(bits >= 0 ? bits ^ Long.MIN_VALUE : ~bits);
    }
}
