package org.zhengyou.kit.runtime;

import java.time.Instant;
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

    CommandResult result() {
        if (result == null) throw new IllegalStateException("the command left no result");
        return result;
    }
}
