package org.zhengyou.kit.spec;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Found;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.view.Fact;

/**
 * The log of a service in a scenario: its facts under the tags that the deciders of its page give
 * them, found by type and tag as the runtime's boundary finds them.
 */
final class ScenarioLog {
    private record Entry(Fact<?> fact, Set<Tag> tags) {}

    private final List<Decider<?, ?, ?>> deciders;
    private final boolean whole;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * An empty log.
     *
     * @param whole whether all deciders of the service are there; otherwise facts of others count
     *     as found
     */
    ScenarioLog(List<Decider<?, ?, ?>> deciders, boolean whole) {
        this.deciders = deciders;
        this.whole = whole;
    }

    /** A log of the same deciders in which nothing is. */
    ScenarioLog empty() {
        return new ScenarioLog(deciders, whole);
    }

    void add(Fact<?> fact) {
        entries.add(new Entry(fact, tags(fact.event())));
    }

    private Set<Tag> tags(Object event) {
        for (Decider<?, ?, ?> decider : deciders)
            if (decider.emits().isInstance(event)) return tags(decider, event);
        if (whole) throw new AssertionError("no decider of the page emits " + event.getClass());
        return Set.of();
    }

    private static <E> Set<Tag> tags(Decider<?, E, ?> decider, Object event) {
        E emitted = decider.emits().cast(event);
        return decider.tags().apply(emitted).stream()
                .filter(
                        tag ->
                                DeciderMutations.isOwn(decider, emitted, tag)
                                        || !Mutation.removes(event.getClass(), tag))
                .collect(toSet());
    }

    /** The own state that a decision about this command finds. */
    <C, S> S own(Decider<C, ?, S> decider, C command) {
        return fold(decider, decider.own(), false, decider.boundary().apply(command));
    }

    /** The grounds that a decision about this command finds. */
    <C> Found found(Decider<C, ?, ?> decider, C command) {
        Found found = Found.NOTHING;
        for (Decider.Rest<C> rest : decider.rests())
            for (Tag tag : rest.tags().apply(command))
                found = and(found, decider, rest.ground(), tag);
        return found;
    }

    private <S> Found and(Found found, Decider<?, ?, ?> decider, Ground<S> ground, Tag tag) {
        return found.and(ground, tag, fold(decider, ground, true, Set.of(tag)));
    }

    private <S> S fold(Decider<?, ?, ?> decider, Ground<S> ground, boolean rests, Set<Tag> tags) {
        S state = ground.initial();
        for (Entry entry : entries)
            if (isFound(decider, ground, rests, tags, entry))
                state = ground.after(state, entry.fact());
        return state;
    }

    private boolean isFound(
            Decider<?, ?, ?> decider, Ground<?> ground, boolean rests, Set<Tag> tags, Entry entry) {
        Object event = entry.fact().event();
        if (!ground.events().isInstance(event)) return false;
        if (entry.tags().isEmpty()) return !whole;
        return entry.tags().stream().anyMatch(tags::contains)
                && !Mutation.hides(decider, ground, rests, event.getClass());
    }
}
