package org.zhengyou.kit.decide;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.zhengyou.kit.authority.Declared;

/**
 * Rules of one concept: {@code decide(state, command, given) -> events} or a {@link Refusal}. The
 * state and the grounds it rests on are folds which never fail.
 *
 * <p>An append succeeds only if meanwhile no event came in that the own state or one of the grounds
 * would have been folded from.
 *
 * @param name the concept, also the key of its own tag, e.g. {@code review}
 * @param commands the sealed interface of its commands
 * @param emits the sealed interface of its events
 * @param own the fold of its own state
 * @param rests the grounds of its decisions, besides the own state
 * @param decide what happens, or which rule says no
 * @param commandKey id of the entity a command is about: commands with one key run one by one
 * @param eventKey id of the entity an event is about: the key of its Kafka record
 * @param boundary the tags of the facts that the own state is folded from
 * @param tags all tags an event is found by, the own one included
 * @param concern what an event says of itself, from the state before it and the decision's grounds
 */
public record Decider<C, E, S>(
        String name,
        Class<C> commands,
        Class<E> emits,
        Ground<S> own,
        List<Rest<C>> rests,
        Decide<C, E, S> decide,
        Function<C, String> commandKey,
        Function<E, String> eventKey,
        Function<C, Set<Tag>> boundary,
        Function<E, Set<Tag>> tags,
        Say<S, E> concern) {

    /**
     * A ground of a decider's decisions.
     *
     * @param tags under which tags a command needs it; none if it does not
     */
    public record Rest<C>(Ground<?> ground, Function<C, Set<Tag>> tags) {}

    /** The decision itself. */
    @FunctionalInterface
    public interface Decide<C, E, S> {
        /**
         * What happens when this command meets this state. An empty list says that nothing has to
         * change.
         *
         * @throws Refusal if a rule says no
         */
        List<? extends E> decide(S state, C command, Given given);
    }

    /** What an event says of itself. */
    @FunctionalInterface
    public interface Say<S, E> {
        /** The concern of one of the decision's events, from the state before the decision. */
        Concern concern(S state, E event, Given given);
    }

    /**
     * What happens when this command meets this state, as far as whoever sends it may be told.
     * Until the decision has found that they may send it, they learn what the command declares and
     * nothing of what is on record: neither a repetition, nor what is missing, nor whose it is.
     *
     * @throws Refusal if a rule says no
     * @throws IllegalStateException if the decision asked for no authority
     */
    public List<? extends E> answer(S state, C command, Given given) {
        List<? extends E> events;
        try {
            events = decide.decide(state, command, given);
        } catch (Refusal refusal) {
            if (given.authority().grounds().isPresent()) throw refusal;
            Declared declared = Declared.of(command);
            throw declared.isMetBy(given) ? refusal : declared.lacking();
        }
        if (given.authority().grounds().isEmpty())
            throw new IllegalStateException(
                    "a decision on " + command.getClass().getSimpleName() + " asked no authority");
        return events;
    }

    /**
     * The same rules, whose events say this of themselves.
     *
     * @param said from the state before the decision, one of its events and what the decision rests
     *     on; a switch over the sealed events without a default, so that no event can be forgotten
     */
    public Decider<C, E, S> concerning(Say<S, E> said) {
        return new Decider<>(
                name,
                commands,
                emits,
                own,
                rests,
                decide,
                commandKey,
                eventKey,
                boundary,
                tags,
                said);
    }

    /** As {@link #concerning(Say)}, where the own state and the event say it. */
    public Decider<C, E, S> concerning(BiFunction<S, E, Concern> said) {
        return concerning((state, event, given) -> said.apply(state, event));
    }

    /** As {@link #concerning(Say)}, where the event alone says it. */
    public Decider<C, E, S> concerning(Function<E, Concern> said) {
        return concerning((state, event, given) -> said.apply(event));
    }

    /** Starts the definition of a decider of the given concept. */
    public static <C, E> DeciderBuilder<C, E> of(String name, Class<C> commands, Class<E> emits) {
        return new DeciderBuilder<>(name, commands, emits);
    }
}
