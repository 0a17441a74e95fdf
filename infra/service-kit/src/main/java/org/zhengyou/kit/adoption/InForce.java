package org.zhengyou.kit.adoption;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 现行取值. What a policy says on a date.
 *
 * @param policy its id
 * @param version which version says so; 0 for what holds as long as nothing was adopted
 * @param chosen what it says; null if it is to say nothing
 */
public record InForce<T>(PolicyId policy, int version, @Nullable T chosen) {
    /** What it says; empty for {@code none}. */
    public Optional<T> value() {
        return Optional.ofNullable(chosen);
    }

    /** As refusals and traces cite it: {@code P-RESULT-GOOD@2}; without version 0. */
    public String cited() {
        return version == 0 ? policy.value() : policy.value() + '@' + version;
    }
}
