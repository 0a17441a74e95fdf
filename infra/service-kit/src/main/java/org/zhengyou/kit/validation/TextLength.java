package org.zhengyou.kit.validation;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Counts the characters of a {@link Text}. */
public final class TextLength implements ConstraintValidator<Text, String> {
    private int min;
    private int max;

    @Override
    public void initialize(Text text) {
        min = text.min();
        max = text.max();
    }

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        if (value == null) return true;
        String text = value.strip();
        int length = text.codePointCount(0, text.length());
        return min <= length && length <= max;
    }
}
