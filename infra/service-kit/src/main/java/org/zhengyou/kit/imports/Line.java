package org.zhengyou.kit.imports;

import java.util.List;
import org.zhengyou.kit.validation.Texts;

/**
 * One row of a file as people see it, before anybody knows what its columns are.
 *
 * @param number the one that people see beside it
 * @param cells from the first column on; those that were left out at the end are empty
 * @param fault why the row cannot be taken, in Chinese and English; empty if it can
 */
record Line(int number, List<Cell> cells, String fault) {
    Line {
        cells = List.copyOf(cells);
    }

    Line(int number, List<Cell> cells) {
        this(number, cells, "");
    }

    boolean isEmpty() {
        return cells.stream().allMatch(Cell::isEmpty);
    }

    /**
     * What a cell says.
     *
     * @param text as people see it, as texts are stored
     * @param fault why it cannot be taken, in Chinese and English; empty if it can
     */
    record Cell(String text, String fault) {
        static final Cell EMPTY = new Cell("", "");

        static Cell of(String text) {
            String normal = Texts.normal(text);
            if (normal.isEmpty()) return EMPTY;
            if (!Texts.isClean(normal))
                return wrong("含有控制字符或方向标记 / has control characters or marks of direction");
            return normal.length() > SheetReader.LONGEST_CELL
                    ? wrong(
                            "超过 %1$d 个字符 / has more than %1$d characters"
                                    .formatted(SheetReader.LONGEST_CELL))
                    : new Cell(normal, "");
        }

        static Cell wrong(String fault) {
            return new Cell("", fault);
        }

        boolean isEmpty() {
            return text.isEmpty() && fault.isEmpty();
        }
    }
}
