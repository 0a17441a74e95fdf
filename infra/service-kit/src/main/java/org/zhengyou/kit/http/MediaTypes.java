package org.zhengyou.kit.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** What a request may send and must accept. */
final class MediaTypes {
    private MediaTypes() {}

    /**
     * Goes on if the body is JSON in UTF-8.
     *
     * @throws ProblemException {@code UNSUPPORTED_MEDIA_TYPE}
     */
    static void sendsJson(HttpServletRequest request) {
        String type = request.getContentType();
        if (JsonAnswer.JSON.equals(type)) return;
        if (!isJson(type))
            throw ProblemException.of(
                    ProblemKind.UNSUPPORTED_MEDIA_TYPE, "the body must be application/json, UTF-8");
    }

    /**
     * Goes on if the client takes an answer of this type.
     *
     * @throws ProblemException {@code NOT_ACCEPTABLE}
     */
    static void accepts(HttpServletRequest request, String answer) {
        String accept = request.getHeader("Accept");
        if (accept == null || accept.equals("*/*") || accept.equals(answer)) return;
        MediaType given = MediaType.parseMediaType(answer);
        try {
            for (MediaType type : MediaType.parseMediaTypes(accept))
                if ((type.includes(given) || given.isWildcardType()) && type.getQualityValue() > 0)
                    return;
        } catch (InvalidMediaTypeException e) {
            throw ProblemException.malformed("Accept", "is no list of media types");
        }
        throw ProblemException.of(
                ProblemKind.NOT_ACCEPTABLE, "the answer is " + answer + " and nothing else");
    }

    private static boolean isJson(@Nullable String text) {
        if (text == null) return false;
        try {
            MediaType type = MediaType.parseMediaType(text);
            return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                    && (type.getCharset() == null
                            || StandardCharsets.UTF_8.equals(type.getCharset()));
        } catch (IllegalArgumentException e) {
            return false; // no media type, or no charset Java knows
        }
    }
}
