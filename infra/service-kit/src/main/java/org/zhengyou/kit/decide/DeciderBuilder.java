package org.zhengyou.kit.decide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** First half of a decider's definition: what it is about. */
public final class DeciderBuilder<C, E> {
    private final String name;
    private final Class<C> commands;
    private final Class<E> emits;
    private Function<C, String> commandKey = c -> missing("commandKey");
    private Function<E, String> eventKey = e -> missing("eventKey");
    private Function<E, Set<Tag>> moreTags = e -> Set.of();
    private final List<Decider.Rest<C>> rests = new ArrayList<>();

    DeciderBuilder(String name, Class<C> commands, Class<E> emits) {
        this.name = name;
        this.commands = commands;
        this.emits = emits;
    }

    /** The id of the entity that a command and an event are about. */
    public DeciderBuilder<C, E> about(
            Function<C, ? extends Identifier> ofCommand,
            Function<E, ? extends Identifier> ofEvent) {
        commandKey = ofCommand.andThen(Identifier::value);
        eventKey = ofEvent.andThen(Identifier::value);
        return this;
    }

    /**
     * A ground of its decisions, under the id that a command names; none for a command that names
     * none (null).
     */
    public DeciderBuilder<C, E> restsOn(
            Ground<?> ground, Function<C, ? extends @Nullable Identifier> id) {
        return restsOnEach(
                ground,
                command -> {
                    Identifier named = id.apply(command);
                    return named == null ? Set.of() : Set.of(ground.tag(named));
                });
    }

    /** A ground of its decisions, under each of these tags, made by {@link Ground#tag}. */
    public DeciderBuilder<C, E> restsOnEach(Ground<?> ground, Function<C, Set<Tag>> tags) {
        rests.add(
                new Decider.Rest<>(
                        ground,
                        command -> {
                            Set<Tag> named = tags.apply(command);
                            named.forEach(ground::requireOwn);
                            return named;
                        }));
        return this;
    }

    /** Further tags by which an event is found, besides the tag of its own entity. */
    public DeciderBuilder<C, E> alsoTagged(Function<E, Set<Tag>> tags) {
        moreTags = tags;
        return this;
    }

    /**
     * The rules, with a state folded from the entity's own events.
     *
     * @param initial state before any event
     * @param decide what happens, or which rule says no
     * @param after the state after one more event
     */
    public <S> Decider<C, E, S> decides(
            S initial, Decider.Decide<C, E, S> decide, Ground.After<S, E> after) {
        return decides(Ground.of(name, emits, initial, after), decide);
    }

    /** The rules, with a state that other deciders rest on as well: one fold for all of them. */
    public <S> Decider<C, E, S> decides(Ground<S> own, Decider.Decide<C, E, S> decide) {
        if (!own.name().equals(name) || !own.events().equals(emits))
            throw new IllegalStateException(own + " is not the state of " + name);
        return new Decider<>(
                name,
                commands,
                emits,
                own,
                List.copyOf(rests),
                decide,
                commandKey,
                eventKey,
                c -> Set.of(Tag.of(name, commandKey.apply(c))),
                e -> with(Tag.of(name, eventKey.apply(e)), moreTags.apply(e)),
                (state, event, given) -> unsaid());
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
