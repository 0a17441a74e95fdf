package org.zhengyou.kit.decide;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * 过程记录. What happened to something, in the order in which it was recorded: a state for rules that
 * ask which steps were taken and when.
 *
 * @param told the oldest first
 */
public record History<E>(List<Told<E>> told) {
    /** Copies the list. */
    public History {
        told = List.copyOf(told);
    }

    /** Nothing happened. */
    public static <E> History<E> none() {
        return new History<>(List.of());
    }

    /** This history and what was told next. */
    public History<E> and(Told<E> next) {
        List<Told<E>> more = new ArrayList<>(told);
        more.add(next);
        return new History<>(more);
    }

    /** All events of this type, the last one first. */
    public <T extends E> Stream<Told<T>> all(Class<T> type) {
        return told.reversed().stream()
                .filter(one -> type.isInstance(one.event()))
                .map(
                        one ->
                                new Told<>(
                                        type.cast(one.event()),
                                        one.effectiveAt(),
                                        one.id(),
                                        one.actor()));
    }

    /** The last event of this type, if there is one. */
    public <T extends E> Optional<Told<T>> last(Class<T> type) {
        return all(type).findFirst();
    }

    /** The last event of this type that is meant, if there is one. */
    public <T extends E> Optional<Told<T>> last(Class<T> type, Predicate<T> meant) {
        return all(type).filter(one -> meant.test(one.event())).findFirst();
    }

    /**
     * The last event of this type that was true by this instant.
     *
     * @param step what is missing without it, in the refusal's words
     * @throws Refusal STEP_OUT_OF_ORDER naming the step
     */
    public <T extends E> Told<T> require(Class<T> type, Instant at, String clause, String step) {
        return require(type, event -> true, at, clause, step);
    }

    /** As the other, of those events that are meant. */
    public <T extends E> Told<T> require(
            Class<T> type, Predicate<T> meant, Instant at, String clause, String step) {
        return all(type)
                .filter(one -> one.isTrueAt(at))
                .filter(one -> meant.test(one.event()))
                .findFirst()
                .orElseThrow(() -> refuse(STEP_OUT_OF_ORDER, clause, "missing step: " + step));
    }

    /** What was recorded since the last event of this type; everything if there was none. */
    public History<E> since(Class<? extends E> type) {
        int last = told.size();
        while (last > 0 && !type.isInstance(told.get(last - 1).event())) last--;
        return new History<>(told.subList(last, told.size()));
    }
}
