package org.zhengyou.kit.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a CSV file: separated by commas, semicolons or tabs, or by what its first line says as in
 * {@code sep=;}. A row is one record, as in a spreadsheet, however many lines it takes.
 */
final class CsvSheet {
    private static final Pattern SEPARATOR = Pattern.compile("sep=([,;|:\t])\\R");
    private static final char[] SEPARATORS = {',', ';', '\t'};

    /** As spreadsheets save what must stay a text. */
    private static final Pattern TEXT_FORMULA = Pattern.compile("=\"([^\"]*)\"");

    /** As spreadsheets shorten a number, with a sign; 3E2 may be the code of a building. */
    private static final Pattern SHORTENED = Pattern.compile("[+-]?\\d(?:\\.\\d+)?E[+-]\\d{2,3}");

    /** With empty ones, which take nothing; a spreadsheet has no more either. */
    private static final int MOST_LINES = 1_048_576;

    /** More than there may be above the data: a file that is too long is noticed by that. */
    private static final int MARGIN = SheetReader.MOST_TITLES + 1;

    /** An error, or a number for which the column was too narrow. */
    private static final Pattern ERROR = Pattern.compile("#(?:N/A|[A-Z]+(?:/0)?[!?]|#+)");

    private CsvSheet() {}

    /**
     * All lines of the file.
     *
     * @param needed headings by which the separator is known
     * @throws UnreadableSheet if it is no CSV or a limit is exceeded
     */
    static List<Line> lines(byte[] file, List<String> needed) {
        String text = FileText.of(file);
        Matcher said = SEPARATOR.matcher(text);
        if (said.lookingAt())
            return read(text.substring(said.end()), said.group(1).charAt(0), 1, Integer.MAX_VALUE);
        return read(text, separator(text, needed), 0, Integer.MAX_VALUE);
    }

    /** The one by which most of the headings are found among the first rows. */
    private static char separator(String text, List<String> needed) {
        char best = SEPARATORS[0];
        long most = 0;
        for (char separator : SEPARATORS) {
            long found = found(text, separator, needed);
            if (found > most) {
                best = separator;
                most = found;
            }
        }
        return best;
    }

    private static long found(String text, char separator, List<String> needed) {
        try {
            return read(text, separator, 0, SheetReader.MOST_TITLES).stream()
                    .mapToLong(line -> Headings.of(line, needed).found(needed))
                    .max()
                    .orElse(0);
        } catch (UnreadableSheet e) {
            return 0; // it is another one, or what is wrong will be told when all is read
        }
    }

    /**
     * Lines of a text that are not empty.
     *
     * @param before lines of the file that are not in this text
     * @param filled after how many that are not empty it is enough
     */
    private static List<Line> read(String text, char separator, int before, int filled) {
        List<Line> lines = new ArrayList<>();
        int number = before;
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .skipEmptyLines(false)
                        .allowUnclosedQuote(false)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                if (++number > MOST_LINES)
                    throw new UnreadableSheet(
                            "超过 %1$d 行 / more than %1$d lines".formatted(MOST_LINES));
                if (isEmpty(record)) continue;
                lines.add(line(number, record));
                if (lines.size() == filled || lines.size() > SheetReader.MOST_ROWS + MARGIN) break;
            }
            return lines;
        } catch (CsvParseException e) {
            throw new UnreadableSheet(
                    "第 %1$d 行之后不是可读的 CSV / not readable as CSV after row %1$d".formatted(number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isEmpty(CsvRecord record) {
        return record.getFields().stream().allMatch(String::isBlank);
    }

    private static Line line(int number, CsvRecord record) {
        if (record.getFieldCount() > SheetReader.MOST_COLUMNS
                && record.getFields().stream()
                        .skip(SheetReader.MOST_COLUMNS)
                        .anyMatch(field -> !field.isBlank()))
            throw new UnreadableSheet(
                    "第 %1$d 行超过 %2$d 列 / row %1$d has more than %2$d columns"
                            .formatted(number, SheetReader.MOST_COLUMNS));
        return new Line(
                number,
                record.getFields().stream()
                        .limit(SheetReader.MOST_COLUMNS)
                        .map(CsvSheet::cell)
                        .toList());
    }

    private static Line.Cell cell(String field) {
        String text = field.strip();
        Matcher quoted = TEXT_FORMULA.matcher(text);
        if (quoted.matches()) return Line.Cell.of(quoted.group(1));
        if (text.startsWith("=") && text.length() > 1)
            return Line.Cell.wrong("是公式，不是值 / is a formula and no value");
        if (SHORTENED.matcher(text).matches())
            return Line.Cell.wrong(
                    "是被表格软件缩短的数字，请按文本保存 / is a number that a spreadsheet has shortened;"
                            + " save it as text");
        if (ERROR.matcher(text).matches())
            return Line.Cell.wrong("是错误值 " + text + " / is the error " + text);
        return Line.Cell.of(text);
    }
}
