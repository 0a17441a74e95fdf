package org.zhengyou.kit.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.validation.Violation;

/**
 * One bad part of a request.
 *
 * @param field name of a header or parameter, path into the body ({@code measures[2].text}), or
 *     {@code body} for the body as a whole
 * @param reason what is wrong and what would be right; never the value itself
 * @param reasonZh the same in Chinese
 */
public record FieldError(
        String field,
        String reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reasonZh) {
    /** An error that is said in English only. */
    public FieldError(String field, String reason) {
        this(field, reason, null);
    }

    /**
     * An error at this place.
     *
     * @param words {@code English | 中文}, or English only
     */
    static FieldError of(String field, String words) {
        if (!words.contains(" | ")) return new FieldError(field, words);
        Violation said = Violation.of(field, words);
        return new FieldError(field, said.reason(), said.reasonZh());
    }
}
