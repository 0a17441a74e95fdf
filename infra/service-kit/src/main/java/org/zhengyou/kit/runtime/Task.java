package org.zhengyou.kit.runtime;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.decide.Refusal;

/**
 * A command on its way through Axon's bus: the payload of its message. Carries the result back, for
 * the position is known only when the handler has long returned.
 */
final class Task {
    private final CommandEnvelope envelope;
    private final Instant effectiveAt;
    private final Instant sentAt;
    private final boolean dry;
    private List<?> events = List.of();
    private @Nullable CommandResult result;
    private @Nullable Refusal refusal;

    Task(CommandEnvelope envelope, Instant effectiveAt, Instant sentAt, boolean dry) {
        this.envelope = envelope;
        this.effectiveAt = effectiveAt;
        this.sentAt = sentAt;
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

    /** When it was sent here: about when its events are recorded. */
    Instant sentAt() {
        return sentAt;
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

    /** What was said no to, though events were recorded; null if nothing was. */
    void refused(@Nullable Refusal no) {
        refusal = no;
    }

    /**
     * What became of it.
     *
     * @throws Refusal if a rule said no and left events
     */
    CommandResult result() {
        if (refusal != null) throw refusal;
        if (result == null) throw new IllegalStateException("the command left no result");
        return result;
    }
}
