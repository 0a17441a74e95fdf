package org.zhengyou.kit.documents;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A document as it goes out, opened piece by piece. Whatever it holds, a browser that shows it runs
 * nothing of it and loads nothing for it, and takes it for nothing else than it is.
 */
final class DocumentAnswer implements ServerResponse {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";
    private static final int SHOWN_OF_DIGEST = 12;

    private final InputStream bytes;
    private final HttpHeaders headers = new HttpHeaders();

    DocumentAnswer(StoredDocument document, InputStream bytes) {
        this.bytes = bytes;
        DocumentType type = document.type();
        headers.set(HttpHeaders.CONTENT_TYPE, type.mediaType());
        headers.setContentLength(document.bytes());
        headers.setContentDisposition(
                (type.isShown() ? ContentDisposition.inline() : ContentDisposition.attachment())
                        .filename(
                                document.digest().substring(0, SHOWN_OF_DIGEST)
                                        + '.'
                                        + type.extension())
                        .build());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", POLICY);
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Override
    public HttpStatusCode statusCode() {
        return HttpStatus.OK;
    }

    @Override
    public HttpHeaders headers() {
        return headers;
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return new LinkedMultiValueMap<>();
    }

    @Override
    public @Nullable ModelAndView writeTo(
            HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        headers.forEach((name, values) -> values.forEach(v -> response.setHeader(name, v)));
        try (bytes) {
            if (!HttpMethod.HEAD.matches(request.getMethod()))
                bytes.transferTo(response.getOutputStream());
        }
        return null;
    }
}
