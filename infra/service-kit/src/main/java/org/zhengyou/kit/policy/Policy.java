package org.zhengyou.kit.policy;

import java.util.Optional;
import org.zhengyou.kit.view.Fact;

/**
 * 策略 "when … then …". On a fact it sends at most one command. It runs at least once per fact and
 * never in a replay; the kit sends the command under an idempotency key made from policy and fact,
 * so that twice equals once. A refusal is the end of it; any other failure is retried, then parked.
 */
public interface Policy {
    /** A sentence: {@code when-…-then-…}. Stored in events as the actor, so never changed. */
    String name();

    /** The command to send, effective when the fact is, or nothing. Ids derive from the fact. */
    Optional<?> on(Fact<?> fact);
}
