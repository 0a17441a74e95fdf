package org.zhengyou.kit.imports;

import java.util.List;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.function.ServerRequest;
import org.zhengyou.kit.http.ProblemException;
import org.zhengyou.kit.http.QueryText;

/** Reads what a request to import says; what it does not take is named, not passed over. */
final class ImportRequest {
    static final int LARGEST_FILE = 16 << 20;
    static final String PREVIEW = "preview";

    private ImportRequest() {}

    /** Whether nothing is to be recorded; there is no other parameter. */
    static boolean isPreview(ServerRequest request) {
        MultiValueMap<String, String> query = QueryText.of(request.servletRequest());
        QueryText.requireKnown(query, Set.of(PREVIEW));
        String preview = query.getFirst(PREVIEW);
        if (preview == null || preview.equals("false")) return false;
        if (preview.equals("true")) return true;
        throw ProblemException.malformed(PREVIEW, "must be true or false");
    }

    /** The rows of a file that was sent. */
    static List<SheetRow> rows(byte[] file, SheetImport sheet) {
        try {
            return SheetReader.read(file, sheet.headings());
        } catch (UnreadableSheet e) {
            throw ProblemException.malformed("file", String.valueOf(e.getMessage()));
        }
    }
}
