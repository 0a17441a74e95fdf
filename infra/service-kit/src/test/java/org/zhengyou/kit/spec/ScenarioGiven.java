package org.zhengyou.kit.spec;

import java.time.Instant;
import org.zhengyou.kit.authority.Authority;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.decide.Found;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.view.View;

/** What one decision of a scenario may know. */
record ScenarioGiven(
        Actor actor, Instant effectiveAt, Authority authority, Found found, ScenarioRows rows)
        implements Given {
    @Override
    public <R extends Record> R look(Class<? extends View<R, ?>> view, String key) {
        return rows.look(view, key);
    }
}
