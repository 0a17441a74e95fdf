package org.zhengyou.kit.imports;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * 表头. What the columns of a file are called. Blanks, line breaks and the width of characters do not
 * matter: people put them there so that it looks well.
 *
 * @param line number of the row in which they stand
 * @param names by column, empty where there is none
 */
record Headings(int line, List<String> names) {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

    Headings {
        names = List.copyOf(names);
    }

    /**
     * The first row that has all that is needed.
     *
     * @param first the first rows of the file that are not empty
     * @throws UnreadableSheet if there is none, or if it has a heading twice
     */
    static Headings among(List<Line> first, List<String> needed) {
        Headings best =
                first.stream()
                        .map(line -> of(line, needed))
                        .min(Comparator.comparingInt(one -> one.missing(needed).size()))
                        .orElseThrow(() -> new UnreadableSheet("文件为空 / the file is empty"));
        List<String> missing = best.missing(needed);
        if (!missing.isEmpty())
            throw new UnreadableSheet("缺少表头 / headings missing: " + String.join("、", missing));
        for (String name : best.names)
            if (!name.isEmpty() && Collections.frequency(best.names, name) > 1)
                throw new UnreadableSheet("表头重复 / heading twice: " + name);
        return best;
    }

    /** This line as headings. */
    static Headings of(Line line, List<String> needed) {
        List<String> names = new ArrayList<>();
        for (Line.Cell cell : line.cells()) names.add(name(cell.text(), needed));
        while (!names.isEmpty() && names.getLast().isEmpty()) names.removeLast();
        return new Headings(line.number(), names);
    }

    /** As the service calls it, where it does. */
    private static String name(String text, List<String> needed) {
        String plain = plain(text);
        return needed.stream().filter(one -> plain(one).equals(plain)).findFirst().orElse(plain);
    }

    private static String plain(String text) {
        return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    }

    /** Which of these are not there. */
    List<String> missing(List<String> needed) {
        return needed.stream().filter(one -> !names.contains(one)).toList();
    }

    /** How many of these are there. */
    long found(List<String> needed) {
        return needed.size() - (long) missing(needed).size();
    }

    /** Columns up to the last one with a heading. */
    int columns() {
        return names.size();
    }

    /** The heading of a column, empty if it has none. */
    String of(int column) {
        return column < names.size() ? names.get(column) : "";
    }
}
