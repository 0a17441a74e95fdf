package org.zhengyou.kit.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The number formats of an XLSX file (ECMA-376, part 1, 18.8.30 and 18.8.31): what people see of
 * the number in a cell. A date is answered in ISO form, whatever part of it the format shows.
 */
final class NumberFormats {
    private static final String GENERAL = "General";

    /** Formats that a file names by number only: dates, those of Chinese Excel among them. */
    private static final Set<Integer> DATES =
            Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);

    /** Likewise, times of day. */
    private static final Set<Integer> TIMES =
            Set.of(18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56);

    /** Likewise, numbers. */
    private static final Map<Integer, String> NUMBERS =
            Map.ofEntries(
                    Map.entry(0, GENERAL),
                    Map.entry(1, "0"),
                    Map.entry(2, "0.00"),
                    Map.entry(3, "#,##0"),
                    Map.entry(4, "#,##0.00"),
                    Map.entry(9, "0%"),
                    Map.entry(10, "0.00%"),
                    Map.entry(37, "#,##0"),
                    Map.entry(38, "#,##0"),
                    Map.entry(39, "#,##0.00"),
                    Map.entry(40, "#,##0.00"),
                    Map.entry(49, "@"));

    /** In a format: quoted text, an escaped character, what fills or leaves room, a bracket. */
    private static final Pattern NO_DIGITS =
            Pattern.compile("\"[^\"]*\"|[\\\\_*].|\\[[^\\]]*]", Pattern.DOTALL);

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");

    /** A number with more digits than it has room for was rounded when it was typed. */
    private static final double MOST = 1e15;

    private static final int LONGEST = 40;
    private static final int LEAP_DAY_OF_1900 = 60;
    private static final LocalDate BEFORE_LEAP_DAY = LocalDate.of(1899, 12, 31);
    private static final LocalDate AFTER_LEAP_DAY = LocalDate.of(1899, 12, 30);
    private static final LocalDate OF_1904 = LocalDate.of(1904, 1, 1);
    private static final int LAST_DAY = 2_958_465;
    private static final long SECONDS = 86_400;

    private final List<Integer> ids = new ArrayList<>();
    private final Map<Integer, String> codes = new HashMap<>();
    private final boolean since1904;

    private NumberFormats(boolean since1904) {
        this.since1904 = since1904;
    }

    /** The formats of a file. */
    static NumberFormats read(XlsxParts parts, XlsxBook book) throws XMLStreamException {
        NumberFormats formats = new NumberFormats(book.since1904());
        String styles = book.styles();
        if (styles != null) parts.readIfThere(styles, formats::look);
        return formats;
    }

    private void look(XMLStreamReader xml) throws XMLStreamException {
        boolean ofCells = false;
        while (XlsxParts.toNextWithin(
                xml, Set.of("numFmt", "cellStyleXfs", "cellXfs", "xf", "dxfs"), "styleSheet"))
            switch (xml.getLocalName()) {
                case "numFmt" ->
                        codes.put(
                                number(xml, "numFmtId"),
                                String.valueOf(xml.getAttributeValue(null, "formatCode")));
                case "xf" -> {
                    if (ofCells) ids.add(number(xml, "numFmtId"));
                }
                default -> ofCells = xml.getLocalName().equals("cellXfs");
            }
    }

    private static int number(XMLStreamReader xml, String attribute) {
        String said = xml.getAttributeValue(null, attribute);
        return said == null ? 0 : Integer.parseInt(said);
    }

    /**
     * What is seen of a number.
     *
     * @param raw as the file has it
     * @param style of the cell
     */
    Line.Cell shown(String raw, int style) {
        String text = raw.strip();
        if (!NUMBER.matcher(text).matches()) return Line.Cell.wrong("不是数字 / is no number");
        double value = text.length() > LONGEST ? Double.NaN : Double.parseDouble(text);
        if (!(Math.abs(value) < MOST))
            return Line.Cell.wrong(
                    "数字超过 15 位，请按文本保存 / is a number of more than 15 digits; save it as text");
        int id = style >= 0 && style < ids.size() ? ids.get(style) : 0;
        String code = codes.getOrDefault(id, "");
        boolean named = code.isEmpty();
        if (named ? DATES.contains(id) : isDate(code)) return date(value, !named && isTime(code));
        if (named ? TIMES.contains(id) : isTime(code)) return time(value);
        String format = named ? NUMBERS.get(id) : code;
        if (format == null) return NumberFormat.unknown(String.valueOf(id));
        return format.equalsIgnoreCase(GENERAL) || format.equals("@")
                ? Line.Cell.of(NumberFormat.general(value))
                : NumberFormat.shown(value, format);
    }

    private static boolean isDate(String code) {
        return has(code, "yYdDeE");
    }

    private static boolean isTime(String code) {
        return has(code, "hHsS");
    }

    /** Whether the first section of the format has one of these, outside of what is only text. */
    private static boolean has(String code, String any) {
        String plain = NO_DIGITS.matcher(code).replaceAll("").split(";", 2)[0];
        if (plain.toUpperCase(Locale.ROOT).contains(GENERAL.toUpperCase(Locale.ROOT))) return false;
        return plain.chars().anyMatch(c -> any.indexOf(c) >= 0)
                && plain.chars().noneMatch(c -> "0#?".indexOf(c) >= 0);
    }

    private Line.Cell date(double value, boolean withTime) {
        if (value < 1 || value >= LAST_DAY + 1) return Line.Cell.wrong("不是日期 / is no date");
        long seconds = Math.round(value * SECONDS);
        int day = (int) (seconds / SECONDS);
        if (!since1904 && day == LEAP_DAY_OF_1900)
            return Line.Cell.wrong("没有 1900-02-29 这一天 / is 1900-02-29, a day that never was");
        LocalDate first =
                since1904 ? OF_1904 : day < LEAP_DAY_OF_1900 ? BEFORE_LEAP_DAY : AFTER_LEAP_DAY;
        LocalDateTime at = first.plusDays(day).atTime(LocalTime.ofSecondOfDay(seconds % SECONDS));
        return Line.Cell.of(withTime ? iso(at) : at.toLocalDate().toString());
    }

    private static Line.Cell time(double value) {
        if (value < 0 || value >= 1) return Line.Cell.wrong("不是一天中的时间 / is no time of day");
        return Line.Cell.of(
                LocalTime.ofSecondOfDay(Math.round(value * SECONDS) % SECONDS).toString());
    }

    /** What a cell says that holds a date as a text (type {@code d}). */
    static Line.Cell isoDate(String text) {
        try {
            return Line.Cell.of(
                    text.contains("T")
                            ? iso(LocalDateTime.parse(text.replaceFirst("Z$", "")))
                            : LocalDate.parse(text).toString());
        } catch (DateTimeException e) {
            return Line.Cell.wrong("不是日期 / is no date");
        }
    }

    /** A date alone where there is no time. */
    private static String iso(LocalDateTime at) {
        return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? at.toLocalDate().toString()
                : at.toString();
    }
}
