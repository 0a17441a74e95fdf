package org.zhengyou.kit.view;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.Given;

/**
 * The values of one thing that a row says: those it has as the row stands, and those it ever had.
 * Of a row that is cut, the values it has are those of the cut; of the live row, the values it ever
 * had are those of all cuts. Nothing (null) is never among them.
 *
 * @param now the last ones in the order of facts
 * @param ever all of them
 */
public record Values(Set<Object> now, Set<Object> ever) {
    /** Copies the sets. */
    public Values {
        now = Set.copyOf(now);
        ever = Set.copyOf(ever);
    }

    /** Values that never change: what a row says without a clock, e.g. its own id. */
    public static Values of(Object... all) {
        return of(List.of(all));
    }

    /** As {@link #of(Object...)}. */
    public static Values of(Collection<?> all) {
        Set<Object> values = Set.copyOf(all);
        return new Values(values, values);
    }

    /** What it was over time. */
    public static Values of(Timeline<?> line) {
        return of(line, value -> value);
    }

    /** What this function says of it over time; null for nothing. */
    public static <T> Values of(
            Timeline<T> line, Function<? super T, ? extends @Nullable Object> what) {
        Set<Object> now = new LinkedHashSet<>();
        Set<Object> ever = new LinkedHashSet<>();
        add(now, ever, line, what);
        return new Values(now, ever);
    }

    /** What this function says of each of these over time; null for nothing. */
    public static <V> Values of(
            Ledger<?, V> ledger, Function<? super V, ? extends @Nullable Object> what) {
        Set<Object> now = new LinkedHashSet<>();
        Set<Object> ever = new LinkedHashSet<>();
        ledger.forEach((key, line) -> add(now, ever, line, what));
        return new Values(now, ever);
    }

    /** The dates from which on something was said, at the university. */
    public static Values daysOf(Timeline<?> line) {
        return daysOf(line.entries().stream().map(Timeline.Entry::from).toList());
    }

    /** The dates since which this was so, at the university. */
    public static <K extends Comparable<? super K>> Values daysOf(Firsts<K> firsts, K key) {
        return daysOf(firsts.orders().getOrDefault(key, List.of()));
    }

    private static Values daysOf(List<Order> orders) {
        return of(
                orders.stream()
                        .map(order -> order.effectiveAt().atZone(Given.ZONE).toLocalDate())
                        .toList());
    }

    private static <T> void add(
            Set<Object> now,
            Set<Object> ever,
            Timeline<T> line,
            Function<? super T, ? extends @Nullable Object> what) {
        line.last().ifPresent(value -> add(now, what.apply(value)));
        line.values().forEach(value -> add(ever, what.apply(value)));
    }

    private static void add(Set<Object> values, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Collection<?> many -> many.forEach(one -> add(values, one));
            case Optional<?> one -> one.ifPresent(it -> add(values, it));
            default -> values.add(value);
        }
    }

    /** These and those. */
    public Values and(Values other) {
        Set<Object> both = new LinkedHashSet<>(now);
        both.addAll(other.now);
        Set<Object> all = new LinkedHashSet<>(ever);
        all.addAll(other.ever);
        return new Values(both, all);
    }
}
