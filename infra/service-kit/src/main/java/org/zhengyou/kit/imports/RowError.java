package org.zhengyou.kit.imports;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.zhengyou.kit.validation.Violation;

/** Why a row cannot be imported, in Chinese and English, for the person who owns the file. */
public final class RowError extends RuntimeException {
    /** The reason; never repeats a personal value. */
    public RowError(String reason) {
        super(reason, null, false, false);
    }

    /** Everything that is wrong with a row, under the headings of its fields. */
    static RowError of(List<Violation> violations, UnaryOperator<String> heading) {
        String zh =
                violations.stream()
                        .map(v -> "“" + heading.apply(v.field()) + "”" + v.reasonZh())
                        .collect(Collectors.joining("；"));
        String en =
                violations.stream()
                        .map(v -> "'" + heading.apply(v.field()) + "' " + v.reason())
                        .collect(Collectors.joining("; "));
        return new RowError(zh + " / " + en);
    }
}
