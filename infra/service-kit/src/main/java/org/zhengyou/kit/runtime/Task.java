package org.zhengyou.kit.runtime;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.Actor;

/**
 * A command on its way through Axon's bus: the payload of its message. Carries the result back, for
 * the position is known only when the handler has long returned.
 */
final class Task {
    private final CommandEnvelope envelope;
    private final Instant effectiveAt;
    private final boolean dry;
    private List<?> events = List.of();
    private @Nullable CommandResult result;

    Task(CommandEnvelope envelope, Instant effectiveAt, boolean dry) {
        this.envelope = envelope;
        this.effectiveAt = effectiveAt;
        this.dry = dry;
    }

    Object command() {
        return envelope.command();
    }

    Actor actor() {
        return envelope.actor();
    }

    CommandEnvelope envelope() {
        return envelope;
    }

    Instant effectiveAt() {
        return effectiveAt;
    }

    boolean dry() {
        return dry;
    }

    void done(CommandResult outcome) {
        result = outcome;
    }

    /** These events would be recorded. */
    void would(List<?> happen) {
        events = List.copyOf(happen);
    }

    /** What would be recorded by a dry run. */
    List<?> events() {
        return events;
    }

    CommandResult result() {
        if (result == null) throw new IllegalStateException("the command left no result");
        return result;
    }
}
