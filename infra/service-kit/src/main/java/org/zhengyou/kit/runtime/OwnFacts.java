package org.zhengyou.kit.runtime;

import java.util.Set;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Found;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.log.Criteria;
import org.zhengyou.log.Criterion;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.StoredEvent;

/** States and grounds as of any position of a log, folded from it alone. */
final class OwnFacts {
    private final EventLog log;
    private final EventCodec codec;
    private final EventNames names;
    private final Boundary boundary;

    OwnFacts(EventLog log, EventCodec codec, EventNames names, Boundary boundary) {
        this.log = log;
        this.codec = codec;
        this.names = names;
        this.boundary = boundary;
    }

    /** The own state of this decider for this command, of the events up to a position. */
    <C, S> S own(Decider<C, ?, S> decider, C command, long upTo) {
        return fold(decider.own(), decider.boundary().apply(command), upTo);
    }

    /** The grounds it rests on. */
    <C> Found grounds(Decider<C, ?, ?> decider, C command, long upTo) {
        Found found = Found.NOTHING;
        for (Decider.Rest<C> rest : decider.rests())
            for (Tag tag : rest.tags().apply(command)) found = and(found, rest.ground(), tag, upTo);
        return found;
    }

    private <G> Found and(Found found, Ground<G> ground, Tag tag, long upTo) {
        return found.and(ground, tag, fold(ground, Set.of(tag), upTo));
    }

    private <G> G fold(Ground<G> ground, Set<Tag> tags, long upTo) {
        G state = ground.initial();
        for (StoredEvent stored : log.read(criteria(tags), 0, upTo)) {
            Class<?> type = names.ownEvent(stored.type()).orElseThrow();
            if (!ground.events().isAssignableFrom(type)) continue;
            for (Fact<?> fact : codec.own(stored))
                if (fact.event().getClass() == type) state = ground.after(state, fact);
        }
        return state;
    }

    private Criteria criteria(Set<Tag> tags) {
        return new Criteria(
                boundary.stored(tags).stream()
                        .map(tag -> new Criterion(Set.of(tag.key() + '=' + tag.value()), Set.of()))
                        .toList());
    }
}
