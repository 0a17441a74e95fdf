package org.zhengyou.kit.policy;

import java.time.Instant;
import org.zhengyou.kit.view.View;

/**
 * 期限 "when due, then …". Time as a cause: once a row of a view is due, it sends one command,
 * effective at the very instant at which the row was due, however late that is noticed; recorded is
 * it when it is sent. The kit sends it under an idempotency key made from deadline, row and due
 * instant, so that twice equals once. Never in a replay or a rebuild: only live rows are looked at,
 * and only when the view has everything that the service knows.
 *
 * <p><b>The view says what is due</b>: its answers have a component {@value #DUE_AT}, which the
 * view indexes, and which changes with facts only, never with the clock. What follows from the
 * command must clear it (null) or move it: so it is known what was done already, and only what is
 * due is ever read. A row that is extended or done in time is never found. One that is still due
 * after its command, or whose command a rule refuses, stays in sight of operators and is not sent
 * again until one of them asks for it, or the row is due at another instant.
 *
 * <p>Rows are judged as they stand when they are looked at. The decider has the last word.
 *
 * @param <A> what the view answers
 */
public interface Deadline<A extends Record> {
    /** The component of the view's answers that says when a row is due; null if never. */
    String DUE_AT = "dueAt";

    /** A sentence: {@code when-…-then-…}. Stored in events as the actor, so never changed. */
    String name();

    /** A view of the service's page. */
    Class<? extends View<?, A>> view();

    /**
     * The command to send.
     *
     * @param key of the row
     * @param due what the view answers of the row, with the {@link Instant} at which it is due
     */
    Object command(String key, A due);
}
