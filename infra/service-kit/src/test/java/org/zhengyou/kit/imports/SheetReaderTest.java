package org.zhengyou.kit.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class SheetReaderTest {
    private static final List<String> HEADINGS = List.of("编号", "姓名");
    private static final String CSV = "编号,姓名,备注\n1,张三,\"两\n行\"\n\n2,李四,\n";

    @Test
    void a_csv_file_reads_the_same_in_utf_8_with_and_without_mark_and_in_gb18030() {
        byte[] plain = CSV.getBytes(StandardCharsets.UTF_8);
        byte[] marked = ("\uFEFF" + CSV).getBytes(StandardCharsets.UTF_8);
        byte[] gb18030 = CSV.getBytes(Charset.forName("GB18030"));

        List<SheetRow> rows = SheetReader.read(plain, HEADINGS);

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().need("姓名")).isEqualTo("张三");
        assertThat(rows.getFirst().optional("备注")).isEqualTo("两\n行");
        assertThat(SheetReader.read(marked, HEADINGS)).isEqualTo(rows);
        assertThat(SheetReader.read(gb18030, HEADINGS)).isEqualTo(rows);
    }

    @Test
    void an_xlsx_file_gives_text_numbers_and_dates_as_people_see_them() throws IOException {
        byte[] file =
                xlsx(
                        sheet -> {
                            sheet.value(0, 0, "编号");
                            sheet.value(0, 1, "姓名");
                            sheet.value(0, 2, "日期");
                            sheet.value(2, 0, 1024);
                            sheet.value(2, 1, " 王五 ");
                            sheet.value(2, 2, LocalDate.of(2010, 6, 1));
                            sheet.style(2, 2).format("yyyy-MM-dd").set();
                        });

        SheetRow row = SheetReader.read(file, HEADINGS).getFirst();

        assertThat(row.number()).isEqualTo(3);
        assertThat(row.need("编号")).isEqualTo("1024");
        assertThat(row.need("姓名")).isEqualTo("王五");
        assertThat(row.need("日期")).isEqualTo("2010-06-01");
    }

    @Test
    void missing_and_doubled_headings_are_named() {
        assertThatThrownBy(() -> SheetReader.read(utf8("编号,别的\n1,2\n"), HEADINGS))
                .isInstanceOf(UnreadableSheet.class)
                .hasMessageContaining("姓名");
        assertThatThrownBy(() -> SheetReader.read(utf8("编号,姓名,编号\n"), HEADINGS))
                .isInstanceOf(UnreadableSheet.class)
                .hasMessageContaining("编号");
    }

    @Test
    void what_is_no_spreadsheet_is_refused_as_a_whole() {
        assertThatThrownBy(() -> SheetReader.read(new byte[0], HEADINGS))
                .isInstanceOf(UnreadableSheet.class);
        assertThatThrownBy(() -> SheetReader.read(new byte[] {'P', 'K', 3, 4, 9, 9}, HEADINGS))
                .isInstanceOf(UnreadableSheet.class)
                .hasMessageContaining("XLSX");
    }

    @Test
    void more_rows_than_the_limit_are_refused_with_the_limit() {
        String many = "编号,姓名\n" + "1,x\n".repeat(SheetReader.MOST_ROWS + 1);

        assertThatThrownBy(() -> SheetReader.read(utf8(many), HEADINGS))
                .isInstanceOf(UnreadableSheet.class)
                .hasMessageContaining(String.valueOf(SheetReader.MOST_ROWS));
    }

    @Test
    void an_empty_needed_cell_is_named_by_its_heading() {
        SheetRow row = SheetReader.read(utf8("编号,姓名\n7,\n"), HEADINGS).getFirst();

        assertThatThrownBy(() -> row.need("姓名"))
                .isInstanceOf(RowError.class)
                .hasMessageContaining("姓名");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] xlsx(java.util.function.Consumer<Worksheet> fill) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Workbook book = new Workbook(out, "test", "1.0");
        fill.accept(book.newWorksheet("sheet"));
        book.finish();
        return out.toByteArray();
    }
}
