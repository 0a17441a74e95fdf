package org.zhengyou.evaluations.schemes;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.zhengyou.kit.validation.Text;

/**
 * 标准项 (S8, S26). One criterion of a scheme. Label and weight are data: the text gives no weights.
 *
 * @param code its name in code, e.g. {@code GOOD_LEADING_TEAM}; capital letters, digits and {@code
 *     _}
 * @param labelZh its wording, 1 to 200 characters
 * @param labelEn the same in English, 1 to 200 characters
 * @param weight relative to the other criteria of the scheme, 0 to 100
 */
public record Criterion(
        @Pattern(
                        regexp = "[A-Z][A-Z0-9_]{0,63}",
                        message =
                                "must have 1 to 64 capital letters, digits and underscores | 须为 1 至 64 个大写字母、数字或下划线")
                String code,
        @Text(max = 200) String labelZh,
        @Text(max = 200) String labelEn,
        @Min(0) @Max(100) int weight) {}
