package org.zhengyou.commendations.eligibility;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 规则轨迹 (S116, F54). How one rule came out, and from what.
 *
 * @param rule its id, e.g. {@code E-RESULT}
 * @param version its version
 * @param clause the clause or policy on which its outcome rests
 * @param inputs the ids of the events it rests on, in ascending order
 * @param value what the inputs come to
 * @param outcome how the rule came out
 * @param changeZh the smallest change that would turn it, in Chinese; null if it was met or does
 *     not apply
 * @param changeEn the same in English
 */
public record RuleTrace(
        String rule,
        int version,
        String clause,
        List<String> inputs,
        String value,
        RuleOutcome outcome,
        @Nullable String changeZh,
        @Nullable String changeEn) {
    /** Copies the list. */
    public RuleTrace {
        inputs = List.copyOf(inputs);
    }
}
