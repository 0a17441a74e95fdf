package org.zhengyou.kit.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * Reads the first sheet of an XLSX file, or a CSV file in UTF-8 (with or without byte order mark)
 * or GB18030. The first row holds the headings; empty rows are passed over.
 */
public final class SheetReader {
    /** The most data rows a file may have. */
    public static final int MOST_ROWS = 20_000;

    /** The most columns a file may have. */
    public static final int MOST_COLUMNS = 64;

    /** The longest text of a cell, in characters. */
    public static final int LONGEST_CELL = 1_000;

    private SheetReader() {}

    /** The file as a whole cannot be read; the message says why, in Chinese and English. */
    public static final class UnreadableSheet extends RuntimeException {
        UnreadableSheet(String reason) {
            super(reason, null, false, false);
        }
    }

    /**
     * All data rows in the order of the file.
     *
     * @param needed headings that must be there
     * @throws UnreadableSheet if it is neither XLSX nor CSV, a heading is missing or doubled, or a
     *     limit is exceeded
     */
    public static List<SheetRow> read(byte[] file, List<String> needed) {
        List<List<String>> lines = isZip(file) ? xlsx(file) : csv(file);
        if (lines.isEmpty()) throw new UnreadableSheet("文件为空 / the file is empty");
        List<String> headings = headings(lines.getFirst(), needed);
        List<SheetRow> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            Map<String, String> cells = cells(headings, lines.get(i));
            if (!cells.isEmpty()) rows.add(new SheetRow(i + 1, cells));
            if (rows.size() > MOST_ROWS)
                throw new UnreadableSheet(
                        "超过 " + MOST_ROWS + " 行 / more than " + MOST_ROWS + " rows");
        }
        return rows;
    }

    private static List<String> headings(List<String> line, List<String> needed) {
        if (line.size() > MOST_COLUMNS)
            throw new UnreadableSheet(
                    "超过 " + MOST_COLUMNS + " 列 / more than " + MOST_COLUMNS + " columns");
        Set<String> seen = new HashSet<>();
        for (String heading : line)
            if (!heading.isEmpty() && !seen.add(heading))
                throw new UnreadableSheet("表头重复 / heading twice: " + heading);
        List<String> missing = needed.stream().filter(n -> !seen.contains(n)).toList();
        if (!missing.isEmpty())
            throw new UnreadableSheet("缺少表头 / headings missing: " + String.join("、", missing));
        return line;
    }

    private static Map<String, String> cells(List<String> headings, List<String> line) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(headings.size(), line.size()); i++) {
            String text = line.get(i);
            if (text.length() > LONGEST_CELL) text = text.substring(0, LONGEST_CELL);
            if (!text.isEmpty() && !headings.get(i).isEmpty()) cells.put(headings.get(i), text);
        }
        return cells;
    }

    private static boolean isZip(byte[] file) {
        return file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    private static List<List<String>> xlsx(byte[] file) {
        try (ReadableWorkbook book =
                        new ReadableWorkbook(
                                new ByteArrayInputStream(file), new ReadingOptions(true, false));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            List<List<String>> lines = new ArrayList<>();
            rows.limit(MOST_ROWS + 2L)
                    .forEach(
                            row -> {
                                // The file leaves out empty rows; people count them.
                                while (lines.size() < row.getRowNum() - 1
                                        && lines.size() <= MOST_ROWS + 1) lines.add(List.of());
                                lines.add(row.stream().map(SheetReader::text).toList());
                            });
            return lines;
        } catch (IOException | UncheckedIOException | ExcelReaderException e) {
            throw new UnreadableSheet("不是可读的 XLSX 文件 / not a readable XLSX file");
        }
    }

    private static String text(Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) return "";
        if (cell.getType() == CellType.NUMBER && isDate(cell))
            return cell.asDate().toLocalDate().toString();
        if (cell.getType() == CellType.NUMBER) return cell.asNumber().toPlainString();
        return String.valueOf(cell.getText()).strip();
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && format.contains("y") && format.contains("d");
    }

    private static List<List<String>> csv(byte[] file) {
        Charset charset = isUtf8(file) ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .skipEmptyLines(false)
                        .ofCsvRecord(withoutByteOrderMark(new String(file, charset)))) {
            List<List<String>> lines = new ArrayList<>();
            for (CsvRecord record : reader) {
                lines.add(record.getFields().stream().map(String::strip).toList());
                if (lines.size() > MOST_ROWS + 2) break;
            }
            return lines;
        } catch (CsvParseException e) {
            throw new UnreadableSheet("不是可读的 CSV 文件 / not a readable CSV file");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The whole file decides: on short GB18030 texts every guess by statistics fails. */
    private static boolean isUtf8(byte[] file) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
