package org.zhengyou.kit.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.kit.imports.Xlsx.number;
import static org.zhengyou.kit.imports.Xlsx.row;
import static org.zhengyou.kit.imports.Xlsx.text;
import static org.zhengyou.kit.imports.Xlsx.typed;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxSheetTest {
    private static final List<String> HEADINGS = List.of("编号", "姓名");
    private static final String HEAD = row(1, text("A1", "编号"), text("B1", "姓名"));

    /** 40330 is 2010-06-01. */
    private static final String JUNE = "40330";

    private static List<SheetRow> read(Xlsx file) {
        return SheetReader.read(file.bytes(), HEADINGS);
    }

    /** What is read of a number in a format. */
    private static String seen(String format, String value) {
        return read(Xlsx.of(HEAD + row(2, number("A2", 1, value))).style(format))
                .getFirst()
                .need("编号");
    }

    private static void assertFault(String cell, String says) {
        SheetRow row = read(Xlsx.of(HEAD + row(2, cell, text("B2", "张三")))).getFirst();

        assertThat(row.need("姓名")).isEqualTo("张三");
        assertThatThrownBy(() -> row.need("编号"))
                .isInstanceOf(RowError.class)
                .hasMessageContaining("编号")
                .hasMessageContaining(says);
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58})
    void a_date_is_known_by_the_number_of_its_format_alone(int id) {
        Xlsx file = Xlsx.of(HEAD + row(2, number("A2", 1, JUNE))).style(id);

        assertThat(read(file).getFirst().need("编号")).isEqualTo("2010-06-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy\\-mm\\-dd",
                "yyyy\"年\"m\"月\"d\"日\";@",
                "yyyy年m月d日",
                "[$-804]yyyy/m/d",
                "m\"月\"d\"日\"",
                "[Red]d.m.yy",
                "[$-411]ge.m.d"
            })
    void a_date_is_known_by_the_text_of_its_format(String format) {
        assertThat(seen(format, JUNE)).isEqualTo("2010-06-01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0000000000|67477|0000067477",
                "\"DY\"000000|67477|DY067477",
                "\"day\"0000|12|day0012",
                "General|67478.0|67478",
                "0|12345.6|12346",
                "#,##0|1234567|1234567",
                "0.00|2.5|2.50",
                "0%|0.85|85%",
                "@|12345678901|12345678901",
                "General|123456789012345|123456789012345",
                "General|1.5E3|1500",
                "General|0.1|0.1",
                "General|-7|-7"
            })
    void a_number_is_read_as_its_format_shows_it(String format, String value, String shown) {
        assertThat(seen(format, value)).isEqualTo(shown);
    }

    @Test
    void a_date_with_a_time_that_is_shown_keeps_it_and_one_that_is_not_loses_it() {
        assertThat(seen("yyyy-mm-dd hh:mm", "40330.5")).isEqualTo("2010-06-01T12:00");
        assertThat(seen("yyyy-mm-dd", "40330.5")).isEqualTo("2010-06-01");
        assertThat(seen("hh:mm", "0.5")).isEqualTo("12:00");
    }

    @Test
    void days_are_counted_from_1904_where_the_file_says_so() {
        Xlsx file = Xlsx.of(HEAD + row(2, number("A2", 1, "38868"))).style(14).since1904();

        assertThat(read(file).getFirst().need("编号")).isEqualTo("2010-06-01");
    }

    @Test
    void the_value_of_a_formula_is_read_and_a_date_in_iso_form() {
        String formula = "<c r=\"A2\" s=\"1\"><f>DATE(2010,6,1)</f><v>40330</v></c>";
        String string = "<c r=\"B2\" t=\"str\"><f>A1</f><v>张三</v></c>";
        SheetRow row = read(Xlsx.of(HEAD + row(2, formula, string)).style(14)).getFirst();
        SheetRow iso =
                read(Xlsx.of(HEAD + row(2, typed("A2", "d", "2010-06-01T00:00:00")))).getFirst();

        assertThat(row.need("编号")).isEqualTo("2010-06-01");
        assertThat(row.need("姓名")).isEqualTo("张三");
        assertThat(iso.need("编号")).isEqualTo("2010-06-01");
    }

    @Test
    void errors_truth_values_and_numbers_without_end_are_faults_of_their_cell() {
        assertFault(typed("A2", "e", "#N/A"), "#N/A");
        assertFault(typed("A2", "b", "1"), "TRUE");
        assertFault(number("A2", 0, "1E1000000"), "15");
        assertFault(number("A2", 0, "1234567890123456"), "15");
        assertFault(number("A2", 0, "9".repeat(100_000)), "15");
        assertFault(number("A2", 0, "x"), "数字");
        assertFault(text("A2", "长".repeat(SheetReader.LONGEST_CELL + 1)), "1000");
    }

    @Test
    void a_day_that_never_was_is_a_fault() {
        SheetRow row = read(Xlsx.of(HEAD + row(2, number("A2", 1, "60"))).style(14)).getFirst();

        assertThatThrownBy(() -> row.need("编号")).hasMessageContaining("1900-02-29");
    }

    @Test
    void the_first_sheet_that_people_see_is_read() {
        Xlsx file =
                new Xlsx()
                        .sheet("state=\"hidden\"", HEAD + row(2, text("A2", "旧")))
                        .sheet("state=\"veryHidden\"", HEAD + row(2, text("A2", "更旧")))
                        .sheet("", HEAD + row(2, text("A2", "新")));

        assertThat(read(file).getFirst().need("编号")).isEqualTo("新");
        assertThatThrownBy(() -> read(new Xlsx().sheet("state=\"hidden\"", HEAD)))
                .isInstanceOf(UnreadableSheet.class)
                .hasMessageContaining("可见");
    }

    @Test
    void shared_texts_are_read_with_their_runs_and_without_how_they_are_pronounced() {
        Xlsx file =
                Xlsx.of(
                                row(1, typed("A1", "s", "0"), typed("B1", "s", "1"))
                                        + row(2, typed("A2", "s", "3"), typed("B2", "s", "2")))
                        .shared(
                                "<t>编号</t>",
                                "<r><t>姓</t></r><r><t>名</t></r>",
                                "<t>张三</t><rPh sb=\"0\" eb=\"1\"><t>ZHANG</t></rPh>",
                                "<t>1</t>");

        assertThat(read(file).getFirst().need("姓名")).isEqualTo("张三");
        assertThat(read(file).getFirst().need("编号")).isEqualTo("1");
    }

    @Test
    void empty_rows_do_not_count_and_a_row_has_the_number_that_people_see() {
        StringBuilder rows = new StringBuilder(HEAD);
        for (int i = 2; i <= 30_000; i++)
            rows.append(row(i, "<c r=\"A%d\" s=\"0\"/>".formatted(i)));
        rows.append(row(30_001, text("A30001", "1")));

        List<SheetRow> read = read(Xlsx.of(rows.toString()));

        assertThat(read).hasSize(1);
        assertThat(read.getFirst().number()).isEqualTo(30_001);
    }

    @Test
    void rows_above_the_headings_are_a_title_and_notes_beside_the_table_are_notes() {
        Xlsx file =
                Xlsx.of(
                        row(1, text("A1", "党员名册"))
                                + row(3, text("B3", " 编&#10;号 "), text("C3", "姓　名"))
                                + row(4, text("B4", "1"), text("C4", "张三"), text("F4", "待核")));

        SheetRow row = read(file).getFirst();

        assertThat(row.number()).isEqualTo(4);
        assertThat(row.need("姓名")).isEqualTo("张三");
        assertThat(row.need("编号")).isEqualTo("1");
    }

    @Test
    void a_cell_beyond_the_last_column_refuses_the_file_unless_it_is_empty() {
        assertThatThrownBy(() -> read(Xlsx.of(HEAD + row(2, text("ZZZZZZ2", "x")))))
                .isInstanceOf(UnreadableSheet.class)
                .hasMessageContaining("ZZZZZZ2");
        assertThatThrownBy(() -> read(Xlsx.of(HEAD + row(2, text("XFD2", "x")))))
                .isInstanceOf(UnreadableSheet.class)
                .hasMessageContaining(String.valueOf(SheetReader.MOST_COLUMNS));
        assertThat(read(Xlsx.of(HEAD + row(2, text("A2", "1"), "<c r=\"XFD2\" s=\"0\"/>"))))
                .hasSize(1);
    }

    @Test
    void what_inflates_without_end_is_refused_with_the_limit() {
        Xlsx file = Xlsx.of(HEAD).blanks("xl/worksheets/sheet1.xml", 130);

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UnreadableSheet.class)
                .hasMessageContaining("128 MB");
    }

    @Test
    void entities_from_outside_are_not_read() {
        Xlsx file =
                Xlsx.of(HEAD)
                        .part(
                                "xl/worksheets/sheet1.xml",
                                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&e;</v></c></row></sheetData></worksheet>");

        assertThatThrownBy(() -> read(file)).isInstanceOf(UnreadableSheet.class);
    }

    @Test
    void old_files_and_files_with_a_password_are_named_as_such() {
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
        byte[] sign = "EncryptedPackage".getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        byte[] locked = new byte[6 + sign.length];
        System.arraycopy(old, 0, locked, 0, 6);
        System.arraycopy(sign, 0, locked, 6, sign.length);

        assertThatThrownBy(() -> SheetReader.read(old, HEADINGS)).hasMessageContaining("XLS");
        assertThatThrownBy(() -> SheetReader.read(locked, HEADINGS))
                .hasMessageContaining("password");
    }

    @Test
    void whatever_is_broken_in_a_file_it_is_refused_and_never_another_failure() {
        byte[] file =
                Xlsx.of(HEAD + row(2, text("A2", "1"), number("B2", 1, JUNE)))
                        .style(14)
                        .shared("<t>x</t>")
                        .bytes();
        Random random = new Random(2010);
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] broken = file.clone();
            for (int n = 0; n <= i % 4; n++)
                broken[4 + random.nextInt(broken.length - 4)] = (byte) random.nextInt();
            try {
                SheetReader.read(i % 5 == 0 ? cut(broken, random) : broken, HEADINGS);
            } catch (UnreadableSheet e) {
                refused++;
                assertThat(e).hasMessageContaining(" / ");
            }
        }
        assertThat(refused).isGreaterThan(1_000);
    }

    private static byte[] cut(byte[] file, Random random) {
        return java.util.Arrays.copyOf(file, 5 + random.nextInt(file.length - 5));
    }
}
