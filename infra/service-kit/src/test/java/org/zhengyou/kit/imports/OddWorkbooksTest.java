package org.zhengyou.kit.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.kit.imports.Xlsx.number;
import static org.zhengyou.kit.imports.Xlsx.row;
import static org.zhengyou.kit.imports.Xlsx.text;
import static org.zhengyou.kit.imports.Xlsx.typed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What people and programs do to workbooks: the value that is seen, or a fault that says why not.
 */
class OddWorkbooksTest {
    private static final List<String> HEADINGS = List.of("编号", "姓名");
    private static final String HEAD = row(1, text("A1", "编号"), text("B1", "姓名"), text("C1", "备注"));

    private static List<SheetRow> read(Xlsx file) {
        return SheetReader.read(file.bytes(), HEADINGS);
    }

    private static SheetRow first(Xlsx file) {
        return read(file).getFirst();
    }

    private static Xlsx people(String... rows) {
        return Xlsx.of(HEAD + String.join("", rows));
    }

    private static String person(int number, String id) {
        return row(number, text("A" + number, id), text("B" + number, "张三"));
    }

    private static SheetRow numbered(String format, String value) {
        return first(people(row(2, number("A2", 1, value), text("B2", "张三"))).style(format));
    }

    private static void assertRefused(Xlsx file, String says) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UnreadableSheet.class)
                .hasMessageContaining(says);
    }

    private static void assertFault(SheetRow row, String heading, String says) {
        assertThatThrownBy(() -> row.optional(heading))
                .isInstanceOf(RowError.class)
                .hasMessageContaining(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0\"%\"|85|85%",
                "0%%|0.85|8500%%",
                "\"a;b\"0|7|a;b7",
                "0\\;0|12|fault",
                "0;(0)|-5|(5)",
                "0;\"负\"0;\"零\"|0|零",
                "\"DY\"0;\"-\"0|-5|-5",
                "[Red]0|5|5",
                "[红色]0|5|5",
                "[Color10]0|5|5",
                "[$￥-804]0|5|￥5",
                "#|12|12",
                ";;;|67477|''",
                "#|0|''",
            })
    void a_format_shows_what_people_see(String format, String value, String seen) {
        SheetRow row = numbered(format, value);
        if (seen.equals("fault")) assertFault(row, "编号", "格式");
        else assertThat(row.optional("编号")).isEqualTo(seen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0,",
                "0.0,,",
                "# ?/?",
                "0.00E+00",
                "[h]:mm",
                "[hh]",
                "[ss]",
                "[>100]0;0.0",
                "[DBNum1]0",
                "aaaa",
                "mmmm",
                "000-0000",
                "General\"元\""
            })
    void of_a_format_that_does_more_the_number_is_not_guessed(String format) {
        assertFault(numbered(format, "5"), "编号", "格式");
    }

    @Test
    void a_very_long_format_is_not_read() {
        assertFault(numbered("0".repeat(256), "5"), "编号", "格式");
        assertFault(numbered("\"x\";".repeat(50_000), "5"), "编号", "格式");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x1p3", "12f", "1d", "NaN", "Infinity", "1,5", "１２"})
    void what_only_a_program_takes_for_a_number_is_none(String value) {
        assertFault(numbered("0", value), "编号", "数字");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "0.5", "2958466", "60"})
    void a_number_that_no_date_has_is_a_fault_under_a_date_format(String value) {
        assertFault(numbered("yyyy-mm-dd", value), "编号", "/ ");
    }

    @Test
    void days_are_still_counted_from_1904_where_an_extension_speaks_of_the_book_too() {
        Xlsx file =
                people(row(2, number("A2", 1, "38868"), text("B2", "张三")))
                        .style(14)
                        .since1904()
                        .afterSheets(
                                "<extLst><ext uri=\"{140A7094}\" xmlns:x15=\"http://schemas.microsoft.com/office/spreadsheetml/2010/11/main\"><x15:workbookPr chartTrackingRefBase=\"1\"/></ext></extLst>");

        assertThat(first(file).need("编号")).isEqualTo("2010-06-01");
    }

    @Test
    void rows_of_drawings_are_no_rows_of_the_sheet() {
        Xlsx file =
                people(person(2, "1"))
                        .afterRows(
                                "<controls><xdr:row xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\"><xdr:c r=\"A1\"/></xdr:row></controls>");

        assertThat(read(file)).hasSize(1);
    }

    @Test
    void a_formula_without_its_value_is_a_fault_and_one_that_gives_nothing_is_empty() {
        String open = "<c r=\"C2\"><f>A2&amp;B2</f></c>";
        String nothing = "<c r=\"C2\" t=\"str\"><f>\"\"</f><v></v></c>";

        assertFault(first(people(row(2, text("A2", "1"), text("B2", "张三"), open))), "备注", "公式");
        assertThat(first(people(row(2, text("A2", "1"), text("B2", "张三"), nothing))).optional("备注"))
                .isEmpty();
    }

    @Test
    void a_value_from_another_book_is_the_one_that_was_seen_last() {
        String linked = "<c r=\"C2\" t=\"str\"><f>[1]Sheet1!$A$1</f><v>外</v></c>";

        assertThat(first(people(row(2, text("A2", "1"), text("B2", "张三"), linked))).optional("备注"))
                .isEqualTo("外");
    }

    @Test
    void what_stands_in_merged_cells_is_asked_for_cell_by_cell() {
        Xlsx file =
                people(
                                row(2, text("A2", "1"), text("B2", "张三"), text("C2", "共用")),
                                person(3, "2"),
                                person(5, "3"))
                        .afterRows(
                                "<mergeCells><mergeCell ref=\"C2:C4\"/><mergeCell ref=\"C5:D9\"/></mergeCells>");
        List<SheetRow> rows = read(file);

        assertThat(rows.get(0).optional("备注")).isEqualTo("共用");
        assertFault(rows.get(1), "备注", "合并");
        assertThat(rows.get(1).need("编号")).isEqualTo("2");
        assertThat(rows.get(2).optional("备注")).isEmpty();
    }

    @Test
    void a_title_over_several_columns_may_be_merged() {
        Xlsx file =
                Xlsx.of(
                                row(1, text("A1", "党员名册"))
                                        + row(2, text("A2", "编号"), text("B2", "姓名"))
                                        + row(3, text("A3", "1"), text("B3", "张三")))
                        .afterRows("<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>");

        assertThat(first(file).need("姓名")).isEqualTo("张三");
    }

    @Test
    void merges_without_end_are_refused() {
        String all = "<mergeCell ref=\"A1:XFD1048576\"/>".repeat(20_000);
        StringBuilder rows = new StringBuilder();
        for (int i = 2; i < 200; i++) rows.append(person(i, "1"));

        assertRefused(
                people(rows.toString()).afterRows("<mergeCells>" + all + "</mergeCells>"), "合并");
    }

    @Test
    void hidden_rows_and_columns_are_faults_and_not_taken_in_silence() {
        Xlsx file =
                people(
                        person(2, "1"),
                        person(3, "2").replace("<row ", "<row hidden=\"1\" "),
                        person(4, "3"));
        List<SheetRow> rows = read(file);

        assertThat(rows.get(0).need("编号")).isEqualTo("1");
        assertFault(rows.get(1), "编号", "隐藏");
        assertThat(rows.get(2).need("编号")).isEqualTo("3");

        SheetRow row =
                first(
                        people(row(2, text("A2", "1"), text("B2", "张三"), text("C2", "密")))
                                .beforeRows(
                                        "<cols><col min=\"3\" max=\"16384\" hidden=\"true\"/></cols>"));
        assertThat(row.need("姓名")).isEqualTo("张三");
        assertFault(row, "备注", "隐藏");
    }

    @Test
    void characters_that_xml_has_no_room_for_are_read_as_what_they_are() {
        SheetRow row =
                first(
                        people(
                                row(
                                        2,
                                        text("A2", "_x005F_x000D_"),
                                        text("B2", "张_x000D_三"),
                                        text("C2", "a_x0000_b"))));

        assertThat(row.need("编号")).isEqualTo("_x000D_");
        assertThat(row.need("姓名")).isEqualTo("张\n三");
        assertFault(row, "备注", "控制字符");
    }

    @Test
    void blanks_that_are_kept_and_texts_in_pieces_are_one_text() {
        Xlsx file =
                people(
                                row(
                                        2,
                                        typed("A2", "s", "0"),
                                        "<c r=\"B2\" t=\"inlineStr\"><is><r><t xml:space=\"preserve\"> 张 </t></r><r><t><![CDATA[三]]></t></r><rPh sb=\"0\" eb=\"1\"><t>ZHANG</t></rPh></is></c>"))
                        .shared(
                                "<r><t xml:space=\"preserve\"> 0</t></r><rPh sb=\"0\" eb=\"1\"><t>LING</t></rPh><r><t>1 </t></r><phoneticPr fontId=\"1\"/>");
        SheetRow row = first(file);

        assertThat(row.need("编号")).isEqualTo("01");
        assertThat(row.need("姓名")).isEqualTo("张 三");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "7", "99999999999", "x", ""})
    void a_shared_text_that_is_not_there_is_never_an_empty_cell(String index) {
        Xlsx file = people(row(2, typed("A2", "s", index), text("B2", "张三"))).shared("<t>x</t>");

        if (index.isEmpty()) assertThat(first(file).optional("编号")).isEmpty();
        else assertRefused(file, " / ");
    }

    @Test
    void one_cell_twice_or_in_the_wrong_row_is_refused() {
        assertRefused(people(row(2, text("A2", "1"), text("A2", "2"), text("B2", "x"))), "twice");
        assertRefused(people(row(2, text("A3", "1"), text("B2", "x"))), "A3");
        assertRefused(people(row(2, text("A", "1"))), "A");
        assertRefused(people(person(3, "1"), person(2, "2")), "2");
    }

    @Test
    void a_document_type_is_refused_whatever_it_declares() {
        for (String declared :
                List.of(
                        "<!DOCTYPE sst [<!ENTITY a \"b\">]>",
                        "<!DOCTYPE sst SYSTEM \"http://127.0.0.1:9/x.dtd\">",
                        "<!DOCTYPE sst [<!ENTITY a \"&b;&b;\"><!ENTITY b \"&c;&c;\">]>"))
            assertRefused(
                    people(row(2, typed("A2", "s", "0"), text("B2", "张三")))
                            .part(
                                    "xl/sharedStrings.xml",
                                    declared + "<sst><si><t>x&a;y</t></si></sst>"),
                    " / ");
    }

    @Test
    void an_entity_that_nobody_declared_is_refused() {
        assertRefused(people(row(2, text("A2", "x&a;y"), text("B2", "张三"))), " / ");
    }

    @Test
    void parts_may_be_written_in_utf_16_and_stored_as_zip_64() throws IOException {
        byte[] file = people(person(2, "1")).bytes();

        assertThat(SheetReader.read(written(file, true, true), HEADINGS).getFirst().need("姓名"))
                .isEqualTo("张三");
    }

    @Test
    void a_part_that_is_there_twice_is_refused() throws IOException {
        byte[] file = people(person(2, "1")).bytes();

        assertThatThrownBy(() -> SheetReader.read(written(file, false, false), HEADINGS))
                .isInstanceOf(UnreadableSheet.class)
                .hasMessageContaining("sheet1.xml");
    }

    /** The same parts, written anew: once in UTF-16, or the sheet a second time as another one. */
    private static byte[] written(byte[] file, boolean wide, boolean once) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
                ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            zip.setUseZip64(Zip64Mode.Always);
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                put(zip, part.getName(), wide ? wide(text) : text.getBytes(StandardCharsets.UTF_8));
                if (!once && part.getName().endsWith("sheet1.xml"))
                    put(
                            zip,
                            part.getName().toUpperCase(java.util.Locale.ROOT),
                            text.replace("张三", "李四").getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static byte[] wide(String text) {
        return ("\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + text)
                .getBytes(StandardCharsets.UTF_16LE);
    }

    private static void put(ZipArchiveOutputStream zip, String name, byte[] text)
            throws IOException {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write(text);
        zip.closeArchiveEntry();
    }
}
