package org.zhengyou.organizations.register;

import java.time.Instant;
import java.util.Set;
import org.zhengyou.kit.authority.Authority;
import org.zhengyou.kit.authority.EffectiveAuthority;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.kit.view.View;

/** What a row may look up where nothing has arrived yet. */
final class NothingKnown implements Given {
    private static final Actor ACTOR = new Actor("setup", Set.of(Actor.SETUP));

    @Override
    public Actor actor() {
        return ACTOR;
    }

    @Override
    public Instant effectiveAt() {
        return DeciderScenario.day("2010-06-15");
    }

    @Override
    public Authority authority() {
        return new EffectiveAuthority(ACTOR, effectiveAt(), this);
    }

    @Override
    public <R extends Record> R look(Class<? extends View<R, ?>> view, String key) {
        throw new AssertionError("a row of organisations looks nothing up");
    }
}
