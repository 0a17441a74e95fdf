package org.zhengyou.kit.runtime;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
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
        Actor clerk = task.actor();
        String principal = task.envelope().onBehalfOf();
        Instant at = task.effectiveAt();
        if (principal == null)
            return new DecisionBasis(
                    clerk, at, new EffectiveAuthority(clerk, at, lookup), lookup, found);
        Actor judged = new Actor(principal, Set.of());
        var authority = EffectiveAuthority.onBehalf(judged, clerk, at, lookup);
        return new DecisionBasis(judged, at, authority, lookup, found);
    }

    @Override
    public <R extends Record> R look(Class<? extends View<R, ?>> view, String key) {
        return lookup.look(view, key);
    }

    @Override
    public <R extends Record> Map<String, R> lookAll(
            Class<? extends View<R, ?>> view, Collection<String> keys) {
        return lookup.lookAll(view, keys);
    }

    /** Clause and appointment on which the decision rests. */
    String grounds() {
        return authority.grounds().orElseThrow();
    }
}
