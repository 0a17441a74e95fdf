package org.zhengyou.kit.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.function.ServerRequest;
import org.zhengyou.kit.http.FieldError;
import org.zhengyou.kit.http.Problem;
import org.zhengyou.kit.http.ProblemException;
import org.zhengyou.kit.http.QueryText;

/** Reads what a request to import says; what it does not take is named, not passed over. */
final class ImportRequest {
    static final int LARGEST_FILE = 16 << 20;

    private static final String PREVIEW = "preview";
    private static final int MOST_NAMED = 100;
    private static final int LONGEST_NAME = 100;

    private ImportRequest() {}

    /** Whether nothing is to be recorded; there is no other parameter. */
    static boolean isPreview(ServerRequest request) {
        String preview = known(request, Set.of(PREVIEW)).getFirst(PREVIEW);
        if (preview == null || preview.equals("false")) return false;
        if (preview.equals("true")) return true;
        throw ProblemException.malformed(PREVIEW, "must be true or false");
    }

    static void requireNoParameters(ServerRequest request) {
        known(request, Set.of());
    }

    private static MultiValueMap<String, String> known(ServerRequest request, Set<String> known) {
        MultiValueMap<String, String> query = QueryText.of(request.servletRequest());
        List<FieldError> errors = new ArrayList<>();
        query.forEach(
                (name, values) -> {
                    if (errors.size() >= MOST_NAMED) return;
                    if (!known.contains(name))
                        errors.add(new FieldError(shortened(name), "is no parameter of an import"));
                    else if (values.size() > 1)
                        errors.add(new FieldError(name, "must be given once"));
                });
        if (!errors.isEmpty()) throw new ProblemException(Problem.malformed(errors));
        return query;
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
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
