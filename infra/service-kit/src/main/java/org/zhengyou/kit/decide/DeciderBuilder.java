package org.zhengyou.kit.decide;

import java.util.HashSet;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.zhengyou.kit.view.Fact;

/** First half of a decider's definition: what it is about. */
public final class DeciderBuilder<C, E> {
    private final String name;
    private final Class<C> commands;
    private final Class<E> emits;
    private Class<?> sees;
    private Function<C, String> commandKey = c -> missing("commandKey");
    private Function<E, String> eventKey = e -> missing("eventKey");
    private Function<C, Set<Tag>> moreBoundary = c -> Set.of();
    private Function<E, Set<Tag>> moreTags = e -> Set.of();

    DeciderBuilder(String name, Class<C> commands, Class<E> emits) {
        this.name = name;
        this.commands = commands;
        this.emits = emits;
        this.sees = emits;
    }

    /** The id of the entity that a command and an event are about. */
    public DeciderBuilder<C, E> about(
            Function<C, ? extends Identifier> ofCommand,
            Function<E, ? extends Identifier> ofEvent) {
        commandKey = ofCommand.andThen(Identifier::value);
        eventKey = ofEvent.andThen(Identifier::value);
        return this;
    }

    /** Further tags a decision depends on, besides the tag of its own entity. */
    public DeciderBuilder<C, E> alsoDependsOn(Function<C, Set<Tag>> tags) {
        moreBoundary = tags;
        return this;
    }

    /** Further tags by which an event is found, besides the tag of its own entity. */
    public DeciderBuilder<C, E> alsoTagged(Function<E, Set<Tag>> tags) {
        moreTags = tags;
        return this;
    }

    /** A wider type of events than the own ones, where the boundary spans several concepts. */
    public DeciderBuilder<C, E> sees(Class<?> events) {
        sees = events;
        return this;
    }

    /** Rules that need nothing but state and command, and state that needs no dates. */
    public <S> Decider<C, E, S> decides(
            S initial, Decider.Decide<C, E, S> decide, BiFunction<S, E, S> evolve) {
        return decidesOverTime(
                initial, decide, (state, fact) -> evolve.apply(state, emits.cast(fact.event())));
    }

    /** Rules whose state needs the dates of its facts, or facts of several concepts. */
    public <S> Decider<C, E, S> decidesOverTime(
            S initial, Decider.Decide<C, E, S> decide, BiFunction<S, Fact<?>, S> evolve) {
        return new Decider<>(
                name,
                commands,
                emits,
                sees,
                initial,
                decide,
                evolve,
                commandKey,
                eventKey,
                c -> with(Tag.of(name, commandKey.apply(c)), moreBoundary.apply(c)),
                e -> with(Tag.of(name, eventKey.apply(e)), moreTags.apply(e)),
                (state, event) -> unsaid());
    }

    private static Concern unsaid() {
        throw new IllegalStateException("a decider must say what its events concern");
    }

    private static Set<Tag> with(Tag own, Set<Tag> more) {
        Set<Tag> all = new HashSet<>(more);
        all.add(own);
        return all;
    }

    private static String missing(String part) {
        throw new IllegalStateException("a decider must say its " + part + ": call about(..)");
    }
}
