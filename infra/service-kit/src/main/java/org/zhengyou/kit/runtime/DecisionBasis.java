package org.zhengyou.kit.runtime;

import org.zhengyou.kit.authority.EffectiveAuthority;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.view.Lookup;
import org.zhengyou.kit.view.View;

import java.time.Instant;

/** What one decision may know, from the live rows of this service. */
record DecisionBasis(Actor actor, Instant effectiveAt, EffectiveAuthority authority, Lookup lookup)
        implements Given {

    static DecisionBasis of(Task task, Lookup lookup) {
        return new DecisionBasis(
                task.actor(),
                task.effectiveAt(),
                new EffectiveAuthority(task.actor(), task.effectiveAt(), lookup),
                lookup);
    }

    @Override
    public <R extends Record> R look(Class<? extends View<R, ?>> view, String key) {
        return lookup.look(view, key);
    }

    /** Clause and appointment on which the decision rests. */
    String grounds() {
        return authority
                .grounds()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "a decision yields events but asked for no authority"));
    }
}
