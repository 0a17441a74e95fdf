package org.zhengyou.kit.imports;

import java.util.Map;

/**
 * One row of a spreadsheet.
 *
 * @param number as the person sees it in the file
 * @param cells trimmed text by heading
 * @param faults why a cell cannot be taken, by heading, in Chinese and English; under the empty
 *     heading why the whole row cannot
 */
public record SheetRow(int number, Map<String, String> cells, Map<String, String> faults) {
    static final String WHOLE_ROW = "";

    /** A row without faults. */
    public SheetRow(int number, Map<String, String> cells) {
        this(number, cells, Map.of());
    }

    /**
     * The text under this heading.
     *
     * @throws RowError naming the heading if the cell is empty or cannot be taken
     */
    public String need(String heading) {
        String text = optional(heading);
        if (text.isEmpty()) throw new RowError("缺少“" + heading + "” / '" + heading + "' is empty");
        return text;
    }

    /**
     * The text under this heading, empty if there is none.
     *
     * @throws RowError naming the heading if the cell cannot be taken
     */
    public String optional(String heading) {
        String whole = faults.get(WHOLE_ROW);
        if (whole != null) throw new RowError(whole);
        String fault = faults.get(heading);
        if (fault != null) throw new RowError("“" + heading + "” " + fault);
        return cells.getOrDefault(heading, "").strip();
    }
}
