package org.zhengyou.kit.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSheetTest {
    private static final List<String> HEADINGS = List.of("编号", "姓名");
    private static final String HEAD = "编号,姓名,备注\n";

    private static List<SheetRow> read(String text) {
        return SheetReader.read(text.getBytes(StandardCharsets.UTF_8), HEADINGS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void a_file_reads_the_same_in_every_encoding_with_and_without_mark(String name) {
        Charset charset = Charset.forName(name);
        String text = HEAD + "1,张三,𠮷\n";

        assertThat(SheetReader.read(text.getBytes(charset), HEADINGS)).isEqualTo(read(text));
        if (name.startsWith("UTF"))
            assertThat(SheetReader.read(("\uFEFF" + text).getBytes(charset), HEADINGS))
                    .isEqualTo(read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void the_separator_is_the_one_by_which_the_headings_are_found(String separator) {
        String text = "党员名册\n" + HEAD.replace(",", separator) + "1,张三,\n".replace(",", separator);

        assertThat(read(text).getFirst().need("姓名")).isEqualTo("张三");
    }

    @Test
    void a_first_line_may_say_what_separates_and_counts_as_a_row() {
        SheetRow row = read("sep=|\n编号|姓名\n1|张三\n").getFirst();

        assertThat(row.need("姓名")).isEqualTo("张三");
        assertThat(row.number()).isEqualTo(3);
    }

    @Test
    void what_cannot_separate_is_no_separator() {
        for (String sep : List.of("sep=\"\n", "sep=\n", "sep=张\n", "sep=,,\n"))
            assertThat(read(sep + "编号,姓名\n1,张三\n").getFirst().need("姓名")).isEqualTo("张三");
    }

    @Test
    void a_row_with_a_cell_less_is_read_and_one_with_a_cell_more_is_at_fault_as_a_whole() {
        List<SheetRow> rows = read(HEAD + "1,张三\n2,李四,x,y\n3,王五,x,\n");

        assertThat(rows.get(0).need("姓名")).isEqualTo("张三");
        assertThat(rows.get(0).optional("备注")).isEmpty();
        assertThatThrownBy(() -> rows.get(1).need("姓名")).hasMessageContaining("错位");
        assertThat(rows.get(2).need("姓名")).isEqualTo("王五");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.23457E+17|缩短",
                "1E+05|缩短",
                "=A1+1|公式",
                "#N/A|#N/A",
                "#SPILL!|#SPILL!",
                "#DIV/0!|#DIV/0!",
                "########|########",
            })
    void what_a_spreadsheet_has_made_of_a_value_is_a_fault(String cell, String says) {
        SheetRow row = read(HEAD + cell + ",张三,\n").getFirst();

        assertThatThrownBy(() -> row.need("编号"))
                .isInstanceOf(RowError.class)
                .hasMessageContaining(says);
    }

    @Test
    void a_code_with_an_e_in_it_is_no_number() {
        assertThat(read(HEAD + "3E2,张三,\n").getFirst().need("编号")).isEqualTo("3E2");
    }

    @Test
    void a_text_in_the_form_of_a_formula_is_that_text() {
        for (String cell : List.of("=\"00123\"", "\"=\"\"00123\"\"\""))
            assertThat(read(HEAD + cell + ",张三,\n").getFirst().need("编号")).isEqualTo("00123");
    }

    @Test
    void bytes_that_are_no_characters_are_refused_with_their_line() {
        byte[] text = (HEAD + "1,张三,x\n2,李四,x\n").getBytes(StandardCharsets.UTF_8);
        byte[] broken = text.clone();
        broken[text.length - 2] = (byte) 0xFF;

        assertThatThrownBy(() -> SheetReader.read(broken, HEADINGS))
                .isInstanceOf(UnreadableSheet.class)
                .hasMessageContaining("3");
    }

    @Test
    void empty_lines_do_not_count_and_a_row_has_the_number_that_people_see() {
        List<SheetRow> rows = read(HEAD + "\n".repeat(30_000) + "1,\"张\n三\",\n,,\n2,李四,\n");

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).number()).isEqualTo(30_002);
        assertThat(rows.get(1).number()).isEqualTo(30_004);
    }

    @Test
    void a_cell_is_read_as_texts_are_stored_and_control_characters_are_a_fault() {
        SheetRow row = read(HEAD + "\u00A0IV\u200B-X,张\u0000三,\uFEFF备\u00AD注\n").getFirst();

        assertThat(row.need("编号")).isEqualTo("IV-X");
        assertThat(row.optional("备注")).isEqualTo("备注");
        assertThatThrownBy(() -> row.need("姓名")).hasMessageContaining("控制字符");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void a_line_may_end_as_on_any_machine(String end) {
        List<SheetRow> rows = read((HEAD + "1,张三,\"两\n行\"\n2,李四,\n").replace("\n", end));

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).optional("备注")).isEqualTo("两\n行");
        assertThat(rows.get(1).need("姓名")).isEqualTo("李四");
    }

    @Test
    void quotes_within_a_cell_are_text_and_text_behind_a_closing_quote_is_refused() {
        assertThat(read(HEAD + "1,张\"三\",\n").getFirst().need("姓名")).isEqualTo("张\"三\"");
        assertThat(read(HEAD + "1,\"张\"\"三\",\n").getFirst().need("姓名")).isEqualTo("张\"三");
        assertThatThrownBy(() -> read(HEAD + "1,\"张\"三,\n")).isInstanceOf(UnreadableSheet.class);
    }

    @Test
    void bytes_that_are_zero_and_no_utf_16_are_a_fault_of_their_cell() {
        SheetRow row = read(HEAD + "1,\u0000,\n").getFirst();

        assertThat(row.need("编号")).isEqualTo("1");
        assertThatThrownBy(() -> row.need("姓名")).hasMessageContaining("控制字符");
    }

    @Test
    void a_quote_that_is_never_closed_is_refused() {
        assertThatThrownBy(() -> read(HEAD + "1,\"张三,\n2,李四,\n"))
                .isInstanceOf(UnreadableSheet.class);
    }
}
