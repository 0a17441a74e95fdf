package org.zhengyou.kit.decide;

import java.util.function.BiFunction;
import org.zhengyou.kit.view.Fact;

/**
 * 依据. What decisions may rest on: a fold of own events of one (sealed) type that carry one tag, as
 * the calendar of a campaign is folded from what happened to it. It is declared once, beside the
 * concept it belongs to; a decider says {@link DeciderBuilder#restsOn}, its decision asks {@link
 * Given#on(Ground)}.
 *
 * <p>An append that rests on it is refused only by a further event of exactly this type under this
 * tag. The state is folded once per tag value and shared by all deciders of a service.
 */
public final class Ground<S> {
    private final String name;
    private final Class<?> events;
    private final boolean blind;
    private final S initial;
    private final BiFunction<S, Fact<?>, S> evolve;

    /** A fold of own events: the next state, which no event can make fail. */
    @FunctionalInterface
    public interface After<S, E> {
        /** The state after one more event: a switch over all of {@code E}, without default. */
        S after(S state, Told<E> told);
    }

    private Ground(
            String name,
            Class<?> events,
            boolean blind,
            S initial,
            BiFunction<S, Fact<?>, S> evolve) {
        this.name = name;
        this.events = events;
        this.blind = blind;
        this.initial = initial;
        this.evolve = evolve;
    }

    /**
     * A ground of own events.
     *
     * @param name the key of its tag
     * @param events the sealed type of its events, or one event
     * @param initial state before any event
     * @param after the state after one more event
     */
    public static <S, E> Ground<S> of(String name, Class<E> events, S initial, After<S, E> after) {
        return new Ground<>(name, events, false, initial, typed(events, after));
    }

    /** As {@link #of}, under a tag whose values are personal: the store sees a keyed hash. */
    public static <S, E> Ground<S> blind(
            String name, Class<E> events, S initial, After<S, E> after) {
        return new Ground<>(name, events, true, initial, typed(events, after));
    }

    private static <S, E> BiFunction<S, Fact<?>, S> typed(Class<E> events, After<S, E> after) {
        return (state, fact) -> after.after(state, Told.of(events.cast(fact.event()), fact));
    }

    /** The key of its tag. */
    public String name() {
        return name;
    }

    /** The type of its events. */
    public Class<?> events() {
        return events;
    }

    /** The state before any event. */
    public S initial() {
        return initial;
    }

    /** The state after one more fact, whose event is one of {@link #events}. */
    public S after(S state, Fact<?> fact) {
        return evolve.apply(state, fact);
    }

    /** The tag under which its events about this thing are found. */
    public Tag tag(Identifier id) {
        return tag(id.value());
    }

    /** The tag under which its events with this value are found. */
    public Tag tag(String value) {
        return new Tag(name, value, blind);
    }

    void requireOwn(Tag tag) {
        if (!tag.equals(tag(tag.value())))
            throw new IllegalStateException(this + " is not found by the tag " + tag.key());
    }

    @Override
    public String toString() {
        return name + " of " + events.getSimpleName();
    }
}
