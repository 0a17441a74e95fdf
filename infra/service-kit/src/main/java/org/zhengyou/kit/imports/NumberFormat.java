package org.zhengyou.kit.imports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One section of a number format, taken apart: what stands before the digits, how they are written,
 * what stands behind them. Of a format that does more than that the number is not guessed.
 */
final class NumberFormat {
    private static final int SIGNIFICANT = 15;

    /** A cell shows at most so many digits of a number without a format. */
    private static final int DIGITS_SHOWN = 10;

    /** No program writes a longer one. */
    private static final int LONGEST = 255;

    /** Colours, in English and Chinese, change nothing. */
    private static final Pattern COLOUR =
            Pattern.compile(
                    "(?i)black|blue|cyan|green|magenta|red|white|yellow|color ?\\d{1,2}"
                            + "|[黑蓝青绿洋红白黄]{1,2}色?|颜色 ?\\d{1,2}");

    /** A comma behind the last digit: the number is shown in thousands. */
    private static final Pattern THOUSANDTHS = Pattern.compile(",(?=\\.|$)");

    private final StringBuilder before = new StringBuilder();
    private final StringBuilder digits = new StringBuilder();
    private final StringBuilder after = new StringBuilder();
    private boolean isKnown = true;
    private int percents;

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
        if (code.length() > LONGEST) return unknown(code);
        List<String> sections = sections(code);
        boolean ownNegative = value < 0 && sections.size() > 1 && !sections.get(1).isEmpty();
        boolean ownZero = value == 0 && sections.size() > 2 && !sections.get(2).isEmpty();
        String section = sections.get(ownNegative ? 1 : ownZero ? 2 : 0);
        if (section.equalsIgnoreCase("General")) return Line.Cell.of(general(value));
        NumberFormat format = new NumberFormat(section);
        boolean isReadable = format.isKnown && !THOUSANDTHS.matcher(format.digits).find();
        return isReadable ? Line.Cell.of(format.shown(value, ownNegative)) : unknown(code);
    }

    /** What semicolons part, but for those that are text. */
    private static List<String> sections(String code) {
        List<String> sections = new ArrayList<>();
        int begin = 0;
        for (int at = 0; at < code.length(); at = behind(code, at))
            if (code.charAt(at) == ';') {
                sections.add(code.substring(begin, at));
                begin = at + 1;
            }
        sections.add(code.substring(begin));
        return sections;
    }

    /** Where the next begins behind what begins there. */
    private static int behind(String code, int at) {
        return switch (code.charAt(at)) {
            case '"' -> end(code, '"', at) + 1;
            case '[' -> end(code, ']', at) + 1;
            case '\\', '_', '*' -> at + 2;
            default -> at + 1;
        };
    }

    private static int end(String code, char closing, int at) {
        int end = code.indexOf(closing, at + 1);
        return end < 0 ? code.length() : end;
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
        int next = Math.min(behind(section, at), section.length());
        switch (section.charAt(at)) {
            case '"' -> literal(section.substring(at + 1, end(section, '"', at)));
            case '[' -> bracket(section.substring(at + 1, end(section, ']', at)));
            case '\\' -> literal(section.substring(at + 1, next));
            case '_' -> literal(" ");
            case '*' -> {} // fills the cell
            default -> plain(section.charAt(at));
        }
        return next;
    }

    private void plain(char c) {
        if ("0#?.,".indexOf(c) >= 0) {
            isKnown &= after.isEmpty(); // digits on both sides of a text are another matter
            digits.append(c);
        } else if (c == '%' || "-+() $:￥¥".indexOf(c) >= 0) {
            if (c == '%') percents++;
            literal(String.valueOf(c));
        } else isKnown = false;
    }

    private void literal(String text) {
        (digits.isEmpty() ? before : after).append(text);
    }

    /** Colours and languages change nothing; a currency has its sign; a condition is not known. */
    private void bracket(String inside) {
        if (inside.startsWith("$")) {
            int end = inside.indexOf('-');
            literal(inside.substring(1, end < 0 ? inside.length() : end));
        } else isKnown &= COLOUR.matcher(inside).matches();
    }

    private String shown(double value, boolean ownNegative) {
        String pattern = digits.toString().replace('?', '#').replace(",", "");
        if (pattern.isEmpty()) return before.toString();
        BigDecimal exact = new BigDecimal(value).round(new MathContext(SIGNIFICANT));
        DecimalFormat format =
                new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        String number = format.format(exact.movePointRight(2 * percents).abs());
        if (number.equals("0") && pattern.indexOf('0') < 0) number = ""; // nothing is seen of it
        return (value < 0 && !ownNegative ? "-" : "") + before + number + after;
    }
}
