package org.zhengyou.evaluations.schemes;

import org.zhengyou.kit.decide.Shape;

/**
 * 标准项 (S8, S26). One criterion of a scheme. Label and weight are data: the text gives no weights.
 *
 * @param code its name in code, e.g. {@code GOOD_LEADING_TEAM}; capital letters, digits and {@code
 *     _}
 * @param labelZh its wording, 1 to 200 characters
 * @param labelEn the same in English, 1 to 200 characters
 * @param weight relative to the other criteria of the scheme, 0 to 100
 */
public record Criterion(String code, String labelZh, String labelEn, int weight) {
    private static final int LONGEST_LABEL = 200;
    private static final int HEAVIEST = 100;

    /** Checks the shape. */
    public Criterion {
        if (!code.matches("[A-Z][A-Z0-9_]{0,63}"))
            throw new IllegalArgumentException(
                    "code has 1 to 64 capital letters, digits and underscores");
        labelZh = Shape.text("labelZh", labelZh, LONGEST_LABEL);
        labelEn = Shape.text("labelEn", labelEn, LONGEST_LABEL);
        if (weight < 0 || weight > HEAVIEST)
            throw new IllegalArgumentException("weight is 0 to " + HEAVIEST);
    }
}
