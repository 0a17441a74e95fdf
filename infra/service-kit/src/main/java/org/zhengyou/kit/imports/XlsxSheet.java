package org.zhengyou.kit.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the first sheet of an XLSX file that people see (ECMA-376, parts 1 and 4). Only rows with
 * something in them are kept, and of the shared texts only those that these rows name: what it
 * takes is bounded by what is really there.
 */
final class XlsxSheet {
    private static final int LAST_ROW = 1_048_576;

    /** Of all cells together. */
    private static final long MOST_CHARACTERS = 8 << 20;

    private final XlsxParts parts;
    private final NumberFormats formats;

    /** A cell whose text lies elsewhere. */
    private record Shared(int line, int column, int index) {}

    private final List<Integer> numbers = new ArrayList<>();
    private final List<List<Line.Cell>> rows = new ArrayList<>();
    private final List<Shared> shared = new ArrayList<>();
    private final Unseen unseen = new Unseen();
    private final MergedCells merged = new MergedCells();
    private long characters;

    private XlsxSheet(XlsxParts parts, NumberFormats formats) {
        this.parts = parts;
        this.formats = formats;
    }

    /**
     * All rows that are not empty.
     *
     * @throws UnreadableSheet if it cannot be read, whatever the reason, or a limit is exceeded
     */
    static List<Line> lines(byte[] file) {
        XlsxParts parts = new XlsxParts(file);
        try {
            XlsxBook book = XlsxBook.read(parts);
            XlsxSheet sheet = new XlsxSheet(parts, NumberFormats.read(parts, book));
            parts.read(book.sheet(), sheet::readRows);
            sheet.readSharedTexts(book.sharedTexts());
            sheet.merged.applyTo(sheet.numbers, sheet.rows);
            return sheet.lines();
        } catch (UnreadableSheet e) {
            throw e;
        } catch (XMLStreamException | RuntimeException e) {
            throw new UnreadableSheet(
                    "不是可读的 XLSX 文件：%1$s / not a readable XLSX file: %1$s".formatted(parts.place()));
        }
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) lines.add(unseen.line(numbers.get(i), rows.get(i)));
        return lines;
    }

    private void readRows(XMLStreamReader xml) throws XMLStreamException {
        int last = 0;
        Set<String> names = Set.of("col", "row", "mergeCell");
        while (XlsxParts.toNextWithin(xml, names, "worksheet")) {
            if (xml.getLocalName().equals("col")) unseen.column(xml);
            if (xml.getLocalName().equals("mergeCell")) merged.add(xml);
            if (!xml.getLocalName().equals("row")) continue;
            int number = rowNumber(xml, last + 1);
            if (number <= last)
                throw new UnreadableSheet(
                        "第 %1$d 行出现两次或次序颠倒 / row %1$d comes twice or out of order"
                                .formatted(number));
            last = number;
            unseen.row(xml, number);
            readRow(xml, number);
        }
    }

    private static int rowNumber(XMLStreamReader xml, int next) {
        String said = xml.getAttributeValue(null, "r");
        int number = said == null ? next : Integer.parseInt(said);
        if (number < 1 || number > LAST_ROW)
            throw new UnreadableSheet("没有第 %1$s 行 / there is no row %1$s".formatted(number));
        return number;
    }

    private void readRow(XMLStreamReader xml, int number) throws XMLStreamException {
        Map<Integer, Line.Cell> cells = new LinkedHashMap<>();
        List<Shared> named = new ArrayList<>();
        int column = -1;
        while (XlsxParts.toNextWithin(xml, "c", "row")) {
            column = column(xml, column + 1, number);
            int at = column;
            Line.Cell cell = cell(xml, index -> named.add(new Shared(rows.size(), at, index)));
            if (cell.isEmpty() && (named.isEmpty() || named.getLast().column() != at)) continue;
            if (column >= SheetReader.MOST_COLUMNS)
                throw new UnreadableSheet(
                        "第 %1$d 行超过 %2$d 列 / row %1$d has more than %2$d columns"
                                .formatted(number, SheetReader.MOST_COLUMNS));
            if (cells.put(at, cell) != null)
                throw new UnreadableSheet(
                        "第 %1$d 行有两个相同的单元格 / row %1$d has one cell twice".formatted(number));
        }
        if (cells.isEmpty()) return;
        if (rows.size() > SheetReader.MOST_ROWS + SheetReader.MOST_TITLES)
            throw new UnreadableSheet(
                    "超过 %1$d 行 / more than %1$d rows".formatted(SheetReader.MOST_ROWS));
        List<Line.Cell> row = new ArrayList<>();
        cells.forEach(
                (at, cell) -> {
                    while (row.size() <= at) row.add(Line.Cell.EMPTY);
                    row.set(at, cell);
                    count(cell);
                });
        numbers.add(number);
        rows.add(row);
        shared.addAll(named);
    }

    private void count(Line.Cell cell) {
        characters += cell.text().length();
        if (characters > MOST_CHARACTERS)
            throw new UnreadableSheet(
                    "文字超过 %1$d 个字符 / more than %1$d characters of text".formatted(MOST_CHARACTERS));
    }

    /** The column that a reference such as {@code AB12} names, the first one being 0. */
    private static int column(XMLStreamReader xml, int next, int row) {
        String reference = xml.getAttributeValue(null, "r");
        if (reference == null) return next;
        CellReference cell = CellReference.of(reference);
        if (cell.row() != row) throw CellReference.unknown(reference);
        return cell.column();
    }

    /** Takes the index of a shared text. */
    private interface SharedIndex {
        void take(int index);
    }

    private Line.Cell cell(XMLStreamReader xml, SharedIndex sharedIndex) throws XMLStreamException {
        String type = String.valueOf(xml.getAttributeValue(null, "t"));
        String style = xml.getAttributeValue(null, "s");
        String value = null;
        String inline = null;
        boolean computed = false;
        while (XlsxParts.toNextWithin(xml, Set.of("f", "v", "is"), "c")) {
            switch (xml.getLocalName()) {
                case "f" -> computed = true;
                case "v" -> value = XlsxParts.text(xml);
                default -> inline = XlsxParts.richText(xml, "is");
            }
        }
        if (inline != null) return Line.Cell.of(inline);
        if (computed && value == null)
            return Line.Cell.wrong(
                    "是没有保存结果的公式，请打开后另存 / is a formula without its value; open the file and save it");
        if (value == null || value.isEmpty()) return Line.Cell.EMPTY;
        return switch (type) {
            case "s" -> {
                sharedIndex.take(Integer.parseInt(value.strip()));
                yield Line.Cell.EMPTY;
            }
            case "str", "inlineStr" -> Line.Cell.of(XlsxParts.unescaped(value));
            case "e" -> Line.Cell.wrong("是错误值 " + value + " / is the error " + value);
            case "b" ->
                    Line.Cell.wrong(
                            value.equals("1")
                                    ? "是逻辑值 TRUE / is the truth value TRUE"
                                    : "是逻辑值 FALSE / is the truth value FALSE");
            case "d" -> NumberFormats.isoDate(value);
            default -> formats.shown(value, style == null ? 0 : Integer.parseInt(style));
        };
    }

    private void readSharedTexts(@Nullable String part) throws XMLStreamException {
        if (shared.isEmpty()) return;
        if (part == null) throw new UnreadableSheet("缺少文字表 / the shared texts are missing");
        Set<Integer> wanted = new TreeSet<>();
        for (Shared one : shared) wanted.add(one.index());
        Map<Integer, String> texts = new LinkedHashMap<>();
        parts.read(
                part,
                xml -> {
                    for (int index = 0; XlsxParts.toNext(xml, "si"); index++)
                        if (wanted.contains(index)) texts.put(index, XlsxParts.richText(xml, "si"));
                });
        for (Shared one : shared) {
            String text = texts.get(one.index());
            if (text == null) throw new UnreadableSheet("文字表不全 / a shared text is missing");
            Line.Cell cell = Line.Cell.of(text);
            count(cell);
            rows.get(one.line()).set(one.column(), cell);
        }
    }
}
