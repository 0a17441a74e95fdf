package org.zhengyou.kit.imports;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The parts of an XLSX file, each read as a stream of XML. No document type, no entity from
 * outside; and all that is inflated together has a limit, for 16 MB of zeros fit into some KB.
 */
final class XlsxParts {
    /** Of all parts that are looked into, as often as they are. */
    private static final long MOST_INFLATED = 128L << 20;

    private static final int MOST_PARTS = 1_000;

    /**
     * The name spaces of what is read, transitional and strict. What lies in others, such as what
     * an extension says of the book, has the same names for other things.
     */
    private static final Set<String> OWN =
            Set.of(
                    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                    "http://purl.oclc.org/ooxml/spreadsheetml/main",
                    "http://schemas.openxmlformats.org/package/2006/relationships");

    /** A character that XML has no room for, as its number. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** A part in the directory at the end of the file. */
    private static final byte[] LISTED = {'P', 'K', 1, 2};

    private static final XMLInputFactory XML = factory();

    private final byte[] file;
    private String place = "ZIP";
    private long inflated;

    /**
     * The parts of this file.
     *
     * @throws UnreadableSheet if there are too many
     */
    XlsxParts(byte[] file) {
        this.file = file;
        int listed = 0;
        for (int i = 0; i + LISTED.length <= file.length; i++)
            if (Arrays.equals(file, i, i + LISTED.length, LISTED, 0, LISTED.length)) listed++;
        if (listed > MOST_PARTS)
            throw new UnreadableSheet("超过 %1$d 个部件 / more than %1$d parts".formatted(MOST_PARTS));
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory =
                new InputFactoryImpl(); // the JDK's says on the console what fails
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** Does something with the XML of a part. */
    interface Reading {
        void read(XMLStreamReader xml) throws XMLStreamException;
    }

    /** The part that was read last, for people. */
    String place() {
        return place;
    }

    /**
     * Reads a part.
     *
     * @throws UnreadableSheet if there is no such part or too much comes out of it
     */
    void read(String part, Reading reading) throws XMLStreamException {
        if (!readIfThere(part, reading))
            throw new UnreadableSheet(
                    "不是可读的 XLSX 文件，缺少 %1$s / not a readable XLSX file: %1$s is missing"
                            .formatted(shown(part)));
    }

    /** As {@link #read}; whether the part is there. */
    boolean readIfThere(String part, Reading reading) throws XMLStreamException {
        place = shown(part);
        try (ZipFile zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                        .get()) {
            List<ZipArchiveEntry> found =
                    Collections.list(zip.getEntries()).stream()
                            .filter(entry -> entry.getName().equalsIgnoreCase(part))
                            .toList();
            if (found.size() > 1)
                throw new UnreadableSheet("%1$s 出现两次 / %1$s is there twice".formatted(shown(part)));
            if (found.isEmpty()) return false;
            XMLStreamReader xml = XML.createXMLStreamReader(new Limited(zip, found.getFirst()));
            goToRoot(xml);
            reading.read(xml);
            xml.close();
            return true;
        } catch (IOException e) {
            throw new UnreadableSheet(
                    "不是可读的 XLSX 文件：%1$s / not a readable XLSX file: %1$s".formatted(place));
        }
    }

    /** Spreadsheets have no document type; what one declares would be left out of texts. */
    private static void goToRoot(XMLStreamReader xml) throws XMLStreamException {
        for (int event = xml.next(); event != XMLStreamConstants.START_ELEMENT; event = xml.next())
            if (event == XMLStreamConstants.DTD)
                throw new UnreadableSheet("含有文档类型定义，不能读取 / has a document type, which is not read");
    }

    private static String shown(String part) {
        return part.length() <= 60 ? part : part.substring(0, 60) + "…";
    }

    /** Counts what comes out. */
    private final class Limited extends FilterInputStream {
        Limited(ZipFile zip, ZipArchiveEntry entry) throws IOException {
            super(zip.getInputStream(entry));
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) count(1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int some = super.read(bytes, from, length);
            if (some > 0) count(some);
            return some;
        }

        private void count(int bytes) {
            inflated += bytes;
            if (inflated > MOST_INFLATED)
                throw new UnreadableSheet(
                        "解压后超过 %1$d MB / inflates to more than %1$d MB"
                                .formatted(MOST_INFLATED >> 20));
        }
    }

    /** Goes to the next element of this name, wherever it is; whether there is one. */
    static boolean toNext(XMLStreamReader xml, String name) throws XMLStreamException {
        return toNextWithin(xml, name, "");
    }

    /** As {@link #toNext}, but not beyond the end of the element that it is in. */
    static boolean toNextWithin(XMLStreamReader xml, String name, String within)
            throws XMLStreamException {
        return toNextWithin(xml, Set.of(name), within);
    }

    /** As {@link #toNext}, but not beyond the end of the element that it is in. */
    static boolean toNextWithin(XMLStreamReader xml, Set<String> names, String within)
            throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT
                    && names.contains(xml.getLocalName())
                    && isOwn(xml)) return true;
            if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals(within)
                    && isOwn(xml)) return false;
        }
        return false;
    }

    private static boolean isOwn(XMLStreamReader xml) {
        return OWN.contains(String.valueOf(xml.getNamespaceURI()));
    }

    /** The text of this element, of which as much is kept as tells that it is too long. */
    static String text(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) break;
            if (event == XMLStreamConstants.ENTITY_REFERENCE)
                throw new XMLStreamException("an entity that is not known");
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)
                add(text, xml);
        }
        return text.toString();
    }

    /** A text with the characters that XML has no room for. */
    static String unescaped(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        String.valueOf(
                                                (char) Integer.parseInt(found.group(1), 16))));
    }

    private static void add(StringBuilder text, XMLStreamReader xml) {
        int room = SheetReader.LONGEST_CELL + 1 - text.length();
        int length = Math.min(room, xml.getTextLength());
        if (length > 0) text.append(xml.getTextCharacters(), xml.getTextStart(), length);
    }

    /** The text of the runs in this element, without what says how it is pronounced. */
    static String richText(XMLStreamReader xml, String within) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (toNextWithin(xml, Set.of("t", "rPh"), within)) {
            if (xml.getLocalName().equals("t")) text.append(text(xml));
            else while (toNextWithin(xml, "t", "rPh")) text(xml);
        }
        String all = unescaped(text.toString());
        return all.length() <= SheetReader.LONGEST_CELL + 1
                ? all
                : all.substring(0, SheetReader.LONGEST_CELL + 1);
    }
}
