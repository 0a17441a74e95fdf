package org.zhengyou.kit.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** XLSX files written part by part, also such as no program writes. */
final class Xlsx {
    private static final String MAIN =
            "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String RELATIONS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder formats = new StringBuilder();
    private final StringBuilder styles = new StringBuilder("<xf numFmtId=\"0\"/>");
    private final Map<String, Integer> blanks = new HashMap<>();
    private String properties = "";
    private String behind = "";
    private int sheet;
    private int style;

    /** With one visible sheet of these rows. */
    static Xlsx of(String rows) {
        return new Xlsx().sheet("", rows);
    }

    /** One more sheet; {@code state} such as {@code state="hidden"}. */
    Xlsx sheet(String state, String rows) {
        sheet++;
        sheets.append(
                "<sheet name=\"S%1$d\" sheetId=\"%1$d\" %2$s r:id=\"rId%1$d\"/>"
                        .formatted(sheet, state));
        parts.put(
                "xl/worksheets/sheet" + sheet + ".xml",
                "<worksheet %s><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows));
        return this;
    }

    /** The next style, a format that is named by number only. */
    Xlsx style(int id) {
        styles.append("<xf numFmtId=\"%d\"/>".formatted(id));
        return this;
    }

    /** The next style, a format with a text. */
    Xlsx style(String code) {
        int id = 164 + style++;
        formats.append(
                "<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>"
                        .formatted(id, code.replace("\"", "&quot;")));
        return style(id);
    }

    Xlsx since1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    /** Something behind the sheets of the book. */
    Xlsx afterSheets(String more) {
        behind = more;
        return this;
    }

    /** Something in front of the rows of the first sheet. */
    Xlsx beforeRows(String more) {
        parts.computeIfPresent(
                "xl/worksheets/sheet1.xml",
                (name, text) -> text.replace("<sheetData>", more + "<sheetData>"));
        return this;
    }

    /** Something behind the rows of the first sheet. */
    Xlsx afterRows(String more) {
        parts.computeIfPresent(
                "xl/worksheets/sheet1.xml",
                (name, text) -> text.replace("</sheetData>", "</sheetData>" + more));
        return this;
    }

    Xlsx shared(String... texts) {
        StringBuilder all = new StringBuilder();
        for (String text : texts) all.append("<si>").append(text).append("</si>");
        parts.put("xl/sharedStrings.xml", "<sst %s>%s</sst>".formatted(MAIN, all));
        return this;
    }

    Xlsx part(String name, String text) {
        parts.put(name, text);
        return this;
    }

    /** A part with so many megabytes of blanks in front of it. */
    Xlsx blanks(String name, int megabytes) {
        blanks.put(name, megabytes);
        return this;
    }

    byte[] bytes() {
        parts.putIfAbsent(
                "_rels/.rels",
                relationships(
                        "<Relationship Id=\"r\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/>"
                                .formatted(RELATIONS)));
        parts.putIfAbsent(
                "xl/workbook.xml",
                "<workbook %s xmlns:r=\"%s\">%s<sheets>%s</sheets>%s</workbook>"
                        .formatted(MAIN, RELATIONS, properties, sheets, behind));
        StringBuilder related = new StringBuilder();
        for (int i = 1; i <= sheet; i++)
            related.append(
                    "<Relationship Id=\"rId%1$d\" Type=\"%2$s/worksheet\" Target=\"worksheets/sheet%1$d.xml\"/>"
                            .formatted(i, RELATIONS));
        related.append(
                "<Relationship Id=\"s\" Type=\"%s/styles\" Target=\"styles.xml\"/>"
                        .formatted(RELATIONS));
        if (parts.containsKey("xl/sharedStrings.xml"))
            related.append(
                    "<Relationship Id=\"t\" Type=\"%s/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
                            .formatted(RELATIONS));
        parts.putIfAbsent("xl/_rels/workbook.xml.rels", relationships(related.toString()));
        parts.putIfAbsent(
                "xl/styles.xml",
                "<styleSheet %s><numFmts>%s</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>%s</cellXfs></styleSheet>"
                        .formatted(MAIN, formats, styles));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                byte[] megabyte = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
                for (int i = 0; i < blanks.getOrDefault(part.getKey(), 0); i++) zip.write(megabyte);
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String relationships(String all) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + all
                + "</Relationships>";
    }

    /** A row of these cells. */
    static String row(int number, String... cells) {
        return "<row r=\"%d\">%s</row>".formatted(number, String.join("", cells));
    }

    /** A cell with a text of its own. */
    static String text(String reference, String text) {
        return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(reference, text);
    }

    /** A cell with a number in a style. */
    static String number(String reference, int style, String value) {
        return "<c r=\"%s\" s=\"%d\"><v>%s</v></c>".formatted(reference, style, value);
    }

    /** A cell of another type. */
    static String typed(String reference, String type, String value) {
        return "<c r=\"%s\" t=\"%s\"><v>%s</v></c>".formatted(reference, type, value);
    }
}
