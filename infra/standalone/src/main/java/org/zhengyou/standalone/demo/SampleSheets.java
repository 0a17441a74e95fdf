package org.zhengyou.standalone.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The spreadsheets of the sample university, in the three forms that offices have them in: XLSX,
 * CSV in UTF-8 with byte order mark, CSV in GB18030.
 */
public final class SampleSheets {
    /** The seed of the shipped files. */
    public static final long SEED = 2010;

    private SampleSheets() {}

    /** A spreadsheet ready to be sent. */
    public static final class Sheet {
        private final String name;
        private final byte[] content;

        private Sheet(String name, byte[] content) {
            this.name = name;
            this.content = content;
        }

        /** The file's name. */
        public String name() {
            return name;
        }

        /** The file itself. */
        public byte[] content() {
            return content.clone();
        }
    }

    /** Organisations, as XLSX. */
    public static Sheet organizations(SampleUniversity university) {
        return new Sheet(
                "organizations.xlsx",
                xlsx(SampleUniversity.ORGANIZATION_HEADINGS, university.organizations()));
    }

    /** Staff members, as CSV in GB18030. */
    public static Sheet staff(SampleUniversity university) {
        return new Sheet(
                "members-staff.csv", csv(university.staff()).getBytes(Charset.forName("GB18030")));
    }

    /** Student members, as XLSX. */
    public static Sheet students(SampleUniversity university) {
        return new Sheet(
                "members-students.xlsx",
                xlsx(SampleUniversity.MEMBER_HEADINGS, university.students()));
    }

    /** A shipped spreadsheet by name. */
    public static Sheet shipped(String name) {
        try (InputStream in = SampleSheets.class.getResourceAsStream("/sample/" + name)) {
            if (in == null) throw new IllegalArgumentException("no sample spreadsheet " + name);
            return new Sheet(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the shipped spreadsheets anew into this folder. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        SampleUniversity university = SampleUniversity.of(SEED, 1);
        for (Sheet sheet :
                List.of(organizations(university), staff(university), students(university)))
            Files.write(folder.resolve(sheet.name()), sheet.content());
    }

    private static byte[] xlsx(List<String> headings, List<List<String>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Workbook book = new Workbook(out, "zhengyou", "1.0");
            Worksheet sheet = book.newWorksheet("数据");
            for (int c = 0; c < headings.size(); c++) sheet.value(0, c, headings.get(c));
            for (int r = 0; r < rows.size(); r++)
                for (int c = 0; c < headings.size(); c++) sheet.value(r + 1, c, rows.get(r).get(c));
            book.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String csv(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        text.append(String.join(",", SampleUniversity.MEMBER_HEADINGS)).append("\r\n");
        for (List<String> row : rows) text.append(String.join(",", row)).append("\r\n");
        return text.toString();
    }
}
