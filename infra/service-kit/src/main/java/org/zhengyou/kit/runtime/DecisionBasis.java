package org.zhengyou.kit.runtime;

import java.time.Instant;
import org.zhengyou.kit.authority.EffectiveAuthority;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.decide.Found;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.view.Lookup;
import org.zhengyou.kit.view.View;

/** What one decision may know: its grounds, and the live rows of this service. */
record DecisionBasis(
        Actor actor, Instant effectiveAt, EffectiveAuthority authority, Lookup lookup, Found found)
        implements Given {

    static DecisionBasis of(Task task, Lookup lookup, Found found) {
        return new DecisionBasis(
                task.actor(),
                task.effectiveAt(),
                new EffectiveAuthority(task.actor(), task.effectiveAt(), lookup),
                lookup,
                found);
    }

    @Override
    public <R extends Record> R look(Class<? extends View<R>> view, String key) {
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
