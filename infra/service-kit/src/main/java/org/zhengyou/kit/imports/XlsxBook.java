package org.zhengyou.kit.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Where in an XLSX file the things are.
 *
 * @param sheet the part of the first sheet that is not hidden
 * @param sharedTexts the part of the texts that cells share; null if there is none
 * @param styles the part of the formats; null if there is none
 * @param since1904 whether days are counted from 1904 on
 */
record XlsxBook(
        String sheet, @Nullable String sharedTexts, @Nullable String styles, boolean since1904) {
    private static final String RELATIONS = "_rels/";

    static XlsxBook read(XlsxParts parts) throws XMLStreamException {
        String book = first(relations(parts, ""), "officeDocument");
        if (book == null) throw new UnreadableSheet("不是 XLSX 文件 / not an XLSX file");
        Map<String, Relation> related = relations(parts, book);
        Seen seen = new Seen();
        parts.read(book, seen::look);
        if (seen.sheet.isEmpty())
            throw new UnreadableSheet("没有可见的工作表 / there is no sheet that is not hidden");
        Relation sheet = related.get(seen.sheet);
        if (sheet == null || !sheet.is("worksheet"))
            throw new UnreadableSheet(
                    "第一个可见的工作表没有单元格 / the first sheet that is not hidden has no cells");
        return new XlsxBook(
                sheet.part(),
                first(related, "sharedStrings"),
                first(related, "styles"),
                seen.since1904);
    }

    /** A part that is named by another one, and what for. */
    private record Relation(String type, String part) {
        boolean is(String what) {
            return type.endsWith("/" + what);
        }
    }

    private static @Nullable String first(Map<String, Relation> all, String what) {
        return all.values().stream()
                .filter(one -> one.is(what))
                .map(Relation::part)
                .findFirst()
                .orElse(null);
    }

    /** What a part names, by the id under which it does. */
    private static Map<String, Relation> relations(XlsxParts parts, String part)
            throws XMLStreamException {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        Map<String, Relation> all = new HashMap<>();
        parts.read(
                folder + RELATIONS + part.substring(slash) + ".rels",
                xml -> {
                    while (XlsxParts.toNext(xml, "Relationship"))
                        all.put(
                                String.valueOf(xml.getAttributeValue(null, "Id")),
                                new Relation(
                                        String.valueOf(xml.getAttributeValue(null, "Type")),
                                        resolved(
                                                folder,
                                                String.valueOf(
                                                        xml.getAttributeValue(null, "Target")))));
                });
        return all;
    }

    private static String resolved(String folder, String target) {
        if (target.startsWith("/")) return target.substring(1);
        String path = folder + target;
        while (path.contains("/../")) path = path.replaceFirst("[^/]+/\\.\\./", "");
        return path;
    }

    /** What the book itself says. */
    private static final class Seen {
        private String sheet = "";
        private boolean since1904;

        private void look(XMLStreamReader xml) throws XMLStreamException {
            while (XlsxParts.toNextWithin(xml, Set.of("sheet", "workbookPr"), "workbook")) {
                if (xml.getLocalName().equals("workbookPr"))
                    since1904 = isTrue(xml.getAttributeValue(null, "date1904"));
                else if (sheet.isEmpty() && isVisible(xml)) sheet = relation(xml);
            }
        }

        private static boolean isTrue(@Nullable String said) {
            return "1".equals(said) || "true".equals(said);
        }

        private static boolean isVisible(XMLStreamReader xml) {
            String state = xml.getAttributeValue(null, "state");
            return state == null || state.equals("visible");
        }

        /** In one of two name spaces, transitional or strict. */
        private static String relation(XMLStreamReader xml) {
            for (int i = 0; i < xml.getAttributeCount(); i++)
                if (xml.getAttributeLocalName(i).equals("id")
                        && String.valueOf(xml.getAttributeNamespace(i)).contains("relationships"))
                    return xml.getAttributeValue(i);
            return "?";
        }
    }
}
