package org.zhengyou.kit.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What stands behind the question mark. Read here and not by the server, which would read a body
 * that says it is a form as well, and write what it cannot read into its log.
 */
public final class QueryText {
    private static final int MOST = 500;
    private static final int HEXADECIMAL = 16;

    private QueryText() {}

    /**
     * The parameters in the order in which they are given.
     *
     * @throws ProblemException MALFORMED_REQUEST if there are too many, one has no name, or one is
     *     not UTF-8 in percent-encoding
     */
    public static MultiValueMap<String, String> of(HttpServletRequest request) {
        return of(request.getQueryString());
    }

    /**
     * Goes on if nothing stands there.
     *
     * @throws ProblemException MALFORMED_REQUEST naming every parameter
     */
    static void requireNone(HttpServletRequest request) {
        requireKnown(of(request), Set.of());
    }

    /**
     * Goes on if nothing else stands there than these, each of them once.
     *
     * @throws ProblemException MALFORMED_REQUEST naming every other parameter
     */
    public static void requireKnown(MultiValueMap<String, String> said, Set<String> known) {
        FieldErrors errors = new FieldErrors();
        said.forEach(
                (name, values) -> {
                    if (!known.contains(name))
                        errors.add(name, "is no parameter of this | 此处没有此参数");
                    else if (values.size() > 1) errors.add(name, "must be given once | 只能出现一次");
                });
        errors.check();
    }

    static MultiValueMap<String, String> of(@Nullable String query) {
        MultiValueMap<String, String> all = new LinkedMultiValueMap<>();
        if (query == null || query.isEmpty()) return all;
        String[] parts = query.split("&", MOST + 2);
        if (parts.length > MOST)
            throw wrong("must have at most %1$d parameters | 最多 %1$d 个参数".formatted(MOST));
        for (String part : parts) {
            if (part.isEmpty()) continue;
            int equals = part.indexOf('=');
            String name = decoded(equals < 0 ? part : part.substring(0, equals));
            if (name.isEmpty()) throw wrong("has a parameter without a name | 有参数没有名称");
            all.add(name, equals < 0 ? "" : decoded(part.substring(equals + 1)));
        }
        return all;
    }

    private static String decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes.write(escaped(text, i));
                i += 2;
            } else if (c < 0x80) bytes.write(c == '+' ? ' ' : c);
            else throw notEncoded();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw notEncoded();
        }
    }

    private static int escaped(String text, int at) {
        if (at + 2 >= text.length()) throw notEncoded();
        int high = Character.digit(text.charAt(at + 1), HEXADECIMAL);
        int low = Character.digit(text.charAt(at + 2), HEXADECIMAL);
        if (high < 0 || low < 0) throw notEncoded();
        return HEXADECIMAL * high + low;
    }

    private static ProblemException notEncoded() {
        return wrong("must be UTF-8 in percent-encoding | 须为百分号编码的 UTF-8");
    }

    private static ProblemException wrong(String words) {
        FieldErrors errors = new FieldErrors();
        errors.add("query", words);
        return errors.problem();
    }
}
