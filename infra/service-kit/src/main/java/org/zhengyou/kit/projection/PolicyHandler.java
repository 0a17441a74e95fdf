package org.zhengyou.kit.projection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.decide.Refusal;
import org.zhengyou.kit.policy.Policy;
import org.zhengyou.kit.runtime.CommandEnvelope;
import org.zhengyou.kit.runtime.EventMetadata;
import org.zhengyou.kit.runtime.KeyReusedException;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.kit.view.Fact;

/**
 * A policy as the taker of facts: sends what it wants under a key made from policy and fact, so
 * that twice equals once.
 */
final class PolicyHandler implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(PolicyHandler.class);

    private final Policy policy;
    private final ServiceRuntime runtime;

    PolicyHandler(Policy policy, ServiceRuntime runtime) {
        this.policy = policy;
        this.runtime = runtime;
    }

    @Override
    public String name() {
        return "policy/" + policy.name();
    }

    @Override
    public void take(Arrival arrival) {
        for (CommandEnvelope wanted : wanted(arrival)) send(wanted);
    }

    /** The commands this arrival asks for: one at most per record it is read with. */
    List<CommandEnvelope> wanted(Arrival arrival) {
        return arrival.facts().stream().flatMap(fact -> wanted(fact).stream()).toList();
    }

    private Optional<CommandEnvelope> wanted(Fact<?> fact) {
        String actor = "policy:" + policy.name();
        return policy.on(fact)
                .map(
                        command ->
                                CommandEnvelope.of(command, new Actor(actor, Set.of()))
                                        .effective(fact.effectiveAt())
                                        .once(actor + ":" + fact.id())
                                        .becauseOf(
                                                fact.metadata().get(EventMetadata.CORRELATION),
                                                fact.id()));
    }

    /**
     * Sends a command. A refusal ends it, unless it is one that says "not yet".
     *
     * @throws RuntimeException if it should be tried again
     */
    void send(CommandEnvelope wanted) {
        try {
            runtime.commands().send(wanted);
        } catch (Refusal refusal) {
            switch (refusal.code()) {
                case CONCURRENT_CHANGE, RESULT_MISSING -> throw refusal;
                default -> LOG.info("{} was refused: {}", name(), refusal.code());
            }
        } catch (KeyReusedException e) {
            LOG.warn("{} would now send another command than it once did for a fact", name());
        }
    }
}
