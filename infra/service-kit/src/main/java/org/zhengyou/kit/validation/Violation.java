package org.zhengyou.kit.validation;

import java.util.List;

/**
 * One bad part of a command.
 *
 * @param field its path, e.g. {@code measures[2].text}
 * @param reason what would be right, with the limit; never the value itself
 * @param reasonZh the same in Chinese
 */
public record Violation(String field, String reason, String reasonZh) {
    /**
     * A violation at this path.
     *
     * @param words {@code English | 中文}
     */
    public static Violation of(String field, String words) {
        int bar = words.indexOf(" | ");
        if (bar < 0) throw new IllegalArgumentException("say it in two languages: " + words);
        return new Violation(field, words.substring(0, bar), words.substring(bar + 3));
    }

    /** None if the parts go together, otherwise one at this path. */
    public static List<Violation> unless(boolean right, String field, String words) {
        return right ? List.of() : List.of(of(field, words));
    }

    /** The same inside of another part. */
    Violation below(String path) {
        return new Violation(path + '.' + field, reason, reasonZh);
    }
}
