package org.zhengyou.kit.imports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * One section of a number format, taken apart: what stands before the digits, how they are written,
 * what stands behind them. Of a format that does more than that the number is not guessed.
 */
final class NumberFormat {
    private static final int SIGNIFICANT = 15;

    /** A cell shows at most so many digits of a number without a format. */
    private static final int DIGITS_SHOWN = 10;

    private final StringBuilder before = new StringBuilder();
    private final StringBuilder digits = new StringBuilder();
    private final StringBuilder after = new StringBuilder();
    private boolean isKnown = true;

    private NumberFormat(String section) {
        int at = 0;
        while (at < section.length()) at = take(section, at);
    }

    /** As a cell without a format shows it, whole numbers with all their digits. */
    static String general(double value) {
        BigDecimal exact = new BigDecimal(value).round(new MathContext(SIGNIFICANT));
        int whole = Math.max(1, exact.precision() - exact.scale());
        BigDecimal shown = exact.setScale(Math.max(0, DIGITS_SHOWN - whole), RoundingMode.HALF_UP);
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }

    /** As this format shows it. */
    static Line.Cell shown(double value, String code) {
        String[] sections = code.split(";", -1);
        boolean ownNegative = value < 0 && sections.length > 1 && !sections[1].isEmpty();
        boolean ownZero = value == 0 && sections.length > 2 && !sections[2].isEmpty();
        String section = ownNegative ? sections[1] : ownZero ? sections[2] : sections[0];
        if (section.equalsIgnoreCase("General")) return Line.Cell.of(general(value));
        NumberFormat format = new NumberFormat(section);
        return format.isKnown ? Line.Cell.of(format.shown(value, ownNegative)) : unknown(code);
    }

    /** A number whose format nobody here can read. */
    static Line.Cell unknown(String code) {
        String some = code.length() <= 40 ? code : code.substring(0, 40) + "…";
        return Line.Cell.wrong(
                "数字格式“%1$s”无法识别，请按文本保存 / has the number format '%1$s', which is not known; save it as text"
                        .formatted(some));
    }

    /** Takes what begins there; where the next begins. */
    private int take(String section, int at) {
        char c = section.charAt(at);
        switch (c) {
            case '"' -> {
                int end = section.indexOf('"', at + 1);
                if (end < 0) end = section.length();
                literal(section.substring(at + 1, end));
                return end + 1;
            }
            case '[' -> {
                int end = section.indexOf(']', at);
                if (end < 0) end = section.length() - 1;
                bracket(section.substring(at + 1, Math.max(at + 1, end)));
                return end + 1;
            }
            case '\\' -> {
                literal(section.substring(at + 1, Math.min(at + 2, section.length())));
                return at + 2;
            }
            case '_' -> {
                literal(" ");
                return at + 2;
            }
            case '*' -> {
                return at + 2;
            }
            default -> plain(c);
        }
        return at + 1;
    }

    private void plain(char c) {
        if ("0#?.,".indexOf(c) >= 0) {
            isKnown &= after.isEmpty(); // digits on both sides of a text are another matter
            digits.append(c);
        } else if (c == '%' || "-+() $:￥¥".indexOf(c) >= 0) literal(String.valueOf(c));
        else isKnown = false;
    }

    private void literal(String text) {
        (digits.isEmpty() ? before : after).append(text);
    }

    /** Colours and languages change nothing; a currency has its sign; a condition is not known. */
    private void bracket(String inside) {
        if (inside.startsWith("$")) {
            int end = inside.indexOf('-');
            literal(inside.substring(1, end < 0 ? inside.length() : end));
        } else isKnown &= inside.chars().allMatch(c -> Character.isLetter(c) || c > 127);
        isKnown &= !inside.regionMatches(true, 0, "DBNum", 0, 5);
    }

    private String shown(double value, boolean ownNegative) {
        String pattern = digits.toString().replace('?', '#').replace(",", "");
        if (pattern.isEmpty()) return before.toString();
        BigDecimal exact = new BigDecimal(value).round(new MathContext(SIGNIFICANT));
        boolean isPercent = (before.toString() + after).indexOf('%') >= 0;
        DecimalFormat format =
                new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        String number = format.format((isPercent ? exact.movePointRight(2) : exact).abs());
        return (value < 0 && !ownNegative ? "-" : "") + before + number + after;
    }
}
