package org.zhengyou.standalone.identity;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is left with a browser until it comes back with it: readable there, and of no use when it
 * was changed or is shown for another purpose.
 */
final class SignedContent {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KeyedHash hash;

    SignedContent(KeyedHash hash) {
        this.hash = hash;
    }

    /** The content as a text that may stand in a cookie or a field. */
    String sign(String purpose, Object content) {
        String text =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(JSON.writeValueAsBytes(content));
        return text + '.' + hash.of(purpose, text);
    }

    /** What was signed here for this purpose; null if it was not. */
    <T> @Nullable T open(String purpose, String signed, Class<T> type) {
        int dot = signed.lastIndexOf('.');
        if (dot < 0) return null;
        String text = signed.substring(0, dot);
        if (!hash.isOf(purpose, text, signed.substring(dot + 1))) return null;
        try {
            return JSON.readValue(Base64.getUrlDecoder().decode(text), type);
        } catch (JacksonException e) {
            return null; // signed by another version
        }
    }
}
