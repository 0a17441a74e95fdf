package org.zhengyou.kit.imports;

import java.util.Map;

/**
 * One row of a spreadsheet.
 *
 * @param number as the person sees it in the file, the heading being row 1
 * @param cells trimmed text by heading
 */
public record SheetRow(int number, Map<String, String> cells) {
    /**
     * The text under this heading.
     *
     * @throws RowError naming the heading if the cell is empty
     */
    public String need(String heading) {
        String text = optional(heading);
        if (text.isEmpty()) throw new RowError("缺少“" + heading + "” / '" + heading + "' is empty");
        return text;
    }

    /** The text under this heading, empty if there is none. */
    public String optional(String heading) {
        return cells.getOrDefault(heading, "").strip();
    }
}
