package org.zhengyou.kit.imports;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javax.xml.stream.XMLStreamReader;

/**
 * Rows and columns of a sheet that people do not see, hidden by hand or by a filter. What stands in
 * them is not taken, and not left out in silence either.
 */
final class Unseen {
    private final BitSet columns = new BitSet();
    private final BitSet rows = new BitSet();

    /** Some columns, as the file says. */
    void column(XMLStreamReader xml) {
        if (!isHidden(xml)) return;
        int first = Integer.parseInt(xml.getAttributeValue(null, "min"));
        int last = Integer.parseInt(xml.getAttributeValue(null, "max"));
        columns.set(
                Math.clamp(first - 1L, 0, SheetReader.MOST_COLUMNS),
                Math.clamp(last, 0, SheetReader.MOST_COLUMNS));
    }

    /** A row, as the file says. */
    void row(XMLStreamReader xml, int number) {
        if (isHidden(xml)) rows.set(number);
    }

    private static boolean isHidden(XMLStreamReader xml) {
        String said = xml.getAttributeValue(null, "hidden");
        return "1".equals(said) || "true".equals(said);
    }

    /** A row with these cells. */
    Line line(int number, List<Line.Cell> cells) {
        if (rows.get(number))
            return new Line(number, cells, "是隐藏行，请取消隐藏或删除 / is a hidden row; show it or delete it");
        if (columns.isEmpty()) return new Line(number, cells);
        List<Line.Cell> seen = new ArrayList<>();
        for (Line.Cell cell : cells) seen.add(columns.get(seen.size()) ? hidden(cell) : cell);
        return new Line(number, seen);
    }

    /** Its text stays, so that a heading is found and the cells below it are said to be hidden. */
    private static Line.Cell hidden(Line.Cell cell) {
        return cell.isEmpty()
                ? cell
                : new Line.Cell(cell.text(), "在隐藏列中 / stands in a hidden column");
    }
}
