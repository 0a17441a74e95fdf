package org.zhengyou.kit.imports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads an XLSX or a CSV file as people see it. The headings stand in one of the first rows,
 * perhaps below a title; empty rows do not count.
 */
public final class SheetReader {
    /** The most data rows a file may have. */
    public static final int MOST_ROWS = 20_000;

    /** The most columns a file may have. */
    public static final int MOST_COLUMNS = 64;

    /** The longest text of a cell, in characters. */
    public static final int LONGEST_CELL = 1_000;

    /** Rows with something in them among which the headings are looked for. */
    static final int MOST_TITLES = 10;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};

    private SheetReader() {}

    /**
     * All data rows in the order of the file.
     *
     * @param needed headings that must be there
     * @throws UnreadableSheet if it is neither XLSX nor CSV, a heading is missing or doubled, or a
     *     limit is exceeded
     */
    public static List<SheetRow> read(byte[] file, List<String> needed) {
        if (file.length == 0) throw new UnreadableSheet("文件为空 / the file is empty");
        if (begins(file, OLE2)) throw new UnreadableSheet(ole2(file));
        if (begins(file, PDF))
            throw new UnreadableSheet("这是 PDF，请用 XLSX 或 CSV / this is a PDF; use XLSX or CSV");
        return begins(file, ZIP)
                ? rows(XlsxSheet.lines(file), needed, false)
                : rows(CsvSheet.lines(file, needed), needed, true);
    }

    private static boolean begins(byte[] file, byte[] with) {
        return file.length >= with.length
                && Arrays.equals(file, 0, with.length, with, 0, with.length);
    }

    /**
     * What Excel writes with a password lies in the same container as what it wrote before 2007.
     */
    private static String ole2(byte[] file) {
        byte[] sign = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        for (int i = 0; i + sign.length <= file.length; i++)
            if (Arrays.equals(file, i, i + sign.length, sign, 0, sign.length))
                return "文件有密码，请先去掉密码 / the file has a password; save it without one";
        return "旧版 XLS 文件，请另存为 XLSX / an old XLS file; save it as XLSX";
    }

    /**
     * The rows below the headings.
     *
     * @param mayShift whether a cell too many means that others stand under the wrong heading, as
     *     where a comma is not quoted; otherwise it is a note beside the table
     */
    private static List<SheetRow> rows(List<Line> lines, List<String> needed, boolean mayShift) {
        List<Line> filled = lines.stream().filter(line -> !line.isEmpty()).toList();
        if (filled.isEmpty()) throw new UnreadableSheet("文件为空 / the file is empty");
        Headings headings = Headings.among(filled.stream().limit(MOST_TITLES).toList(), needed);
        List<SheetRow> rows = new ArrayList<>();
        for (Line line : filled)
            if (line.number() > headings.line()) rows.add(row(headings, line, mayShift));
        if (rows.size() > MOST_ROWS)
            throw new UnreadableSheet("超过 " + MOST_ROWS + " 行 / more than " + MOST_ROWS + " rows");
        return rows;
    }

    private static SheetRow row(Headings headings, Line line, boolean mayShift) {
        Map<String, String> cells = new LinkedHashMap<>();
        Map<String, String> faults = new LinkedHashMap<>();
        if (!line.fault().isEmpty()) faults.put(SheetRow.WHOLE_ROW, line.fault());
        for (int column = 0; column < line.cells().size(); column++) {
            Line.Cell cell = line.cells().get(column);
            if (cell.isEmpty()) continue;
            String heading = headings.of(column);
            if (mayShift && column >= headings.columns())
                faults.put(
                        SheetRow.WHOLE_ROW,
                        "比表头多出单元格，内容可能错位 / has more cells than there are headings, so"
                                + " they may stand under the wrong ones");
            else if (!heading.isEmpty() && cell.fault().isEmpty()) cells.put(heading, cell.text());
            else if (!heading.isEmpty()) faults.put(heading, cell.fault());
        }
        return new SheetRow(line.number(), cells, faults);
    }
}
