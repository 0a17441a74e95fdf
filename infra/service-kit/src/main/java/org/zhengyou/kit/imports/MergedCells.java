package org.zhengyou.kit.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.xml.stream.XMLStreamReader;

/**
 * Cells that were merged into one. People see its content in all of them, the file has it in the
 * first one only: what the others are meant to say is not guessed.
 */
final class MergedCells {
    /** As many as there can be cells. */
    private static final long MOST_COVERED =
            (long) SheetReader.MOST_ROWS * SheetReader.MOST_COLUMNS;

    private static final Line.Cell COVERED =
            Line.Cell.wrong("与其他单元格合并，请逐格填写 / is merged with others; fill in each of them");

    private record Range(CellReference first, CellReference last) {}

    private final List<Range> ranges = new ArrayList<>();
    private long covered;

    /** Some cells, as the file says. */
    void add(XMLStreamReader xml) {
        String[] ends = String.valueOf(xml.getAttributeValue(null, "ref")).split(":", 2);
        ranges.add(new Range(CellReference.of(ends[0]), CellReference.of(ends[ends.length - 1])));
        count(1);
    }

    /**
     * Says so in all cells of these rows that were merged with one that has something in it.
     *
     * @param numbers of the rows
     */
    void applyTo(List<Integer> numbers, List<List<Line.Cell>> rows) {
        for (Range range : ranges) {
            int first = place(numbers, range.first().row());
            int column = range.first().column();
            boolean isThere = first < numbers.size() && numbers.get(first) == range.first().row();
            if (!isThere || isEmpty(rows.get(first), column)) continue;
            for (int i = first; i < numbers.size() && numbers.get(i) <= range.last().row(); i++)
                cover(rows.get(i), i == first ? column + 1 : column, range.last().column());
        }
    }

    /** Where a row of this number is, or would be. */
    private static int place(List<Integer> numbers, int row) {
        int found = Collections.binarySearch(numbers, row);
        return found < 0 ? -found - 1 : found;
    }

    private static boolean isEmpty(List<Line.Cell> row, int column) {
        return column >= row.size() || row.get(column).isEmpty();
    }

    private void cover(List<Line.Cell> row, int from, int to) {
        for (int column = from; column <= Math.min(to, SheetReader.MOST_COLUMNS - 1); column++) {
            count(1);
            while (row.size() <= column) row.add(Line.Cell.EMPTY);
            row.set(column, COVERED);
        }
        count(1);
    }

    private void count(int more) {
        covered += more;
        if (covered > MOST_COVERED)
            throw new UnreadableSheet("合并的单元格太多 / there are too many merged cells");
    }
}
