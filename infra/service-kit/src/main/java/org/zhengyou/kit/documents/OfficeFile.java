package org.zhengyou.kit.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.zhengyou.kit.http.ProblemException;
import org.zhengyou.kit.http.ProblemKind;

/** Which office document an archive is. */
final class OfficeFile {
    private static final int MOST_PARTS = 10_000;
    private static final long MOST_UNPACKED = 500_000_000;
    private static final int PIECE = 64 << 10;
    private static final String PARTS = "[Content_Types].xml";
    private static final String SHEETS = "xl/workbook.xml";
    private static final String TEXT = "word/document.xml";
    private static final String MACROS = "vbaProject.bin";

    private final Set<String> names = new HashSet<>();
    private long unpacked;

    private OfficeFile() {}

    /**
     * XLSX or DOCX.
     *
     * @throws ProblemException {@code UNSUPPORTED_MEDIA_TYPE} if it is neither, or has macros; or
     *     {@code BODY_TOO_LARGE} if it unpacks to more than an office document does
     */
    static DocumentType typeOf(InputStream archive) {
        OfficeFile file = new OfficeFile();
        try (ZipInputStream parts = new ZipInputStream(archive)) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry())
                file.add(part.getName(), parts);
        } catch (IOException | IllegalArgumentException e) {
            throw Refusals.unsupported(); // no archive, or not in a way that is read
        }
        return file.type();
    }

    private void add(String name, InputStream part) throws IOException {
        names.add(name);
        byte[] piece = new byte[PIECE];
        for (int read = part.read(piece); read >= 0; read = part.read(piece)) {
            unpacked += read;
            if (unpacked > MOST_UNPACKED) throw tooLarge();
        }
        if (names.size() > MOST_PARTS) throw tooLarge();
    }

    private static ProblemException tooLarge() {
        return ProblemException.of(
                ProblemKind.BODY_TOO_LARGE,
                "an office document has at most %1$,d parts and unpacks to at most %2$,d bytes | 文档最多 %1$,d 个部件，解压后最多 %2$,d 字节"
                        .formatted(MOST_PARTS, MOST_UNPACKED));
    }

    private DocumentType type() {
        boolean hasMacros = names.stream().anyMatch(name -> name.endsWith(MACROS));
        if (!names.contains(PARTS) || hasMacros) throw Refusals.unsupported();
        if (names.contains(SHEETS)) return DocumentType.XLSX;
        if (names.contains(TEXT)) return DocumentType.DOCX;
        throw Refusals.unsupported();
    }
}
