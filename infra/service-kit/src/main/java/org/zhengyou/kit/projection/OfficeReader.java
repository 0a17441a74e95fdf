package org.zhengyou.kit.projection;

import org.zhengyou.kit.authority.EffectiveAuthority;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.view.Lookup;
import org.zhengyou.kit.view.Reader;
import org.zhengyou.kit.view.View;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Who reads, with the offices they hold now. For one question by one thread: what was looked up
 * once is not looked up again for the next row.
 */
final class OfficeReader implements Reader {
    private record Held(OfficeFunction function, String organization) {}

    private record Looked(Class<?> view, String key) {}

    private final Actor actor;
    private final EffectiveAuthority authority;
    private final Map<Held, Boolean> holds = new HashMap<>();
    private final Map<String, Boolean> heads = new HashMap<>();
    private boolean asked;
    private boolean atCommittee;

    OfficeReader(Actor actor, Instant now, Lookup lookup) {
        this.actor = actor;
        this.authority = new EffectiveAuthority(actor, now, new Remembering(lookup));
    }

    @Override
    public String person() {
        return actor.person();
    }

    @Override
    public boolean isAuditor() {
        return actor.roles().contains(Actor.AUDITOR);
    }

    @Override
    public boolean isAtCommittee() {
        if (!asked) atCommittee = authority.wasAtCommittee(actor.person());
        asked = true;
        return atCommittee;
    }

    @Override
    public boolean holds(OfficeFunction function, String organization) {
        return holds.computeIfAbsent(
                new Held(function, organization),
                held -> authority.held(actor.person(), function, organization));
    }

    @Override
    public boolean heads(String organization) {
        return heads.computeIfAbsent(
                organization, one -> authority.headed(actor.person(), organization));
    }

    private static final class Remembering implements Lookup {
        private final Lookup lookup;
        private final Map<Looked, Record> looked = new HashMap<>();

        Remembering(Lookup lookup) {
            this.lookup = lookup;
        }

        @Override
        @SuppressWarnings("unchecked") // by class of the view: its row type
        public <R extends Record> R look(Class<? extends View<R, ?>> view, String key) {
            return (R) looked.computeIfAbsent(new Looked(view, key), one -> lookup.look(view, key));
        }
    }
}
