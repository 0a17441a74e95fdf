package org.zhengyou.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The page about benchmarks: each measurement rewrites what lies between its own two marks. */
final class Page {
    private Page() {}

    /**
     * Fails at once if there would be no place for the text of this measurement.
     *
     * @throws IllegalStateException if the page is not there or has lost its marks
     */
    static void require(Path page, String measurement) throws IOException {
        if (!Files.isWritable(page))
            throw new IllegalStateException(
                    page + " is not there to be written to: copy docs/benchmarks.md");
        replaced(Files.readString(page), measurement, "");
    }

    /** Puts the text between the two marks of this measurement. */
    static void write(Path page, String measurement, String text) throws IOException {
        Files.writeString(page, replaced(Files.readString(page), measurement, text));
    }

    /** The page with this text between the two marks of this measurement, which stay. */
    static String replaced(String page, String measurement, String text) {
        String first = "<!-- bench " + measurement + ": begin -->";
        String last = "<!-- bench " + measurement + ": end -->";
        int begin = page.indexOf(first);
        int end = page.indexOf(last);
        if (begin < 0 || end < begin)
            throw new IllegalStateException("the page has lost its marks: " + first + " " + last);
        return page.substring(0, begin + first.length())
                + "\n\n"
                + text
                + "\n\n"
                + page.substring(end);
    }

    /** A table in Markdown. */
    static String table(List<String> head, List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        lines.add("| " + String.join(" | ", head) + " |");
        lines.add("|" + "---|".repeat(head.size()));
        for (List<String> row : rows) lines.add("| " + String.join(" | ", row) + " |");
        return String.join("\n", lines);
    }
}
