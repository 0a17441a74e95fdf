package org.zhengyou.kit.validation;

import java.util.List;
import java.util.stream.Collectors;

/** A command that no rule is asked about, for it is not what a command of its kind must be. */
public final class InvalidCommandException extends RuntimeException {
    private final transient List<Violation> violations;

    /** A command of which this is wrong. */
    public InvalidCommandException(Violation violation) {
        this(List.of(violation));
    }

    /** A command of which all this is wrong. */
    public InvalidCommandException(List<Violation> violations) {
        super(
                violations.stream()
                        .map(v -> v.field() + ' ' + v.reason())
                        .collect(Collectors.joining("; ")),
                null,
                false,
                false);
        this.violations = List.copyOf(violations);
    }

    /** Everything that is wrong with it. */
    public List<Violation> violations() {
        return violations;
    }
}
