package org.zhengyou.kit.runtime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.Actor;

/**
 * A command with all that is said about it and is not part of it.
 *
 * @param command the record
 * @param actor who wants it
 * @param effectiveAt when it is true; null for now
 * @param requestKey the {@code Idempotency-Key}: the same key of the same actor is carried out at
 *     most once; null for none
 * @param correlation the conversation it belongs to; null to start one
 * @param causation id of the event that led to it; null for none
 * @param onBehalfOf the person on whose behalf the actor acts, whom the rules judge; null for none
 * @param document what it was entered from; null if the actor says it here
 */
public record CommandEnvelope(
        Object command,
        Actor actor,
        @Nullable Instant effectiveAt,
        @Nullable String requestKey,
        @Nullable String correlation,
        @Nullable String causation,
        @Nullable String onBehalfOf,
        @Nullable SourceDocument document) {

    /** A command of this actor, true from now on, under no key. */
    public static CommandEnvelope of(Object command, Actor actor) {
        return new CommandEnvelope(command, actor, null, null, null, null, null, null);
    }

    /** True from this instant on. */
    public CommandEnvelope effective(Instant at) {
        return new CommandEnvelope(
                command, actor, at, requestKey, correlation, causation, onBehalfOf, document);
    }

    /** Carried out at most once under this key. */
    public CommandEnvelope once(String key) {
        return new CommandEnvelope(
                command, actor, effectiveAt, key, correlation, causation, onBehalfOf, document);
    }

    /** Under no key. */
    CommandEnvelope withoutKey() {
        return new CommandEnvelope(command, actor, effectiveAt, null, correlation, causation, onBehalfOf, document);
    }

    /** Part of this conversation, caused by this event. */
    public CommandEnvelope becauseOf(@Nullable String correlation, @Nullable String causation) {
        return new CommandEnvelope(
                command,
                actor,
                effectiveAt,
                requestKey,
                correlation,
                causation,
                onBehalfOf,
                document);
    }

    /** Entered from this document, on behalf of this person if one is named (P-ENTERED). */
    public CommandEnvelope entered(@Nullable String onBehalfOf, @Nullable SourceDocument document) {
        return new CommandEnvelope(
                command,
                actor,
                effectiveAt,
                requestKey,
                correlation,
                causation,
                onBehalfOf,
                document);
    }
}
