package org.zhengyou.kit.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhengyou.kit.decide.Given;

/**
 * Since when each of several things is so, however often it is said again. Adding is order-free and
 * idempotent.
 *
 * <p>Kept per key are the orders that are the first one at some cut: an order that becomes true
 * earlier but was recorded later does not replace the one known before it. An order that another
 * one precedes in both clocks is never the first one and is not kept, so that a key has one order
 * as long as nothing is reported late. What is not kept cannot come back: what may be withdrawn
 * ({@link Withdrawal}) is kept in a {@link Ledger} instead.
 *
 * @param orders by key, ascending, each recorded before the one ahead of it
 */
public record Firsts<K extends Comparable<? super K>>(SortedMap<K, List<Order>> orders)
        implements Temporal<Firsts<K>> {
    /** Copies the map. */
    public Firsts {
        SortedMap<K, List<Order>> copy = new TreeMap<>();
        orders.forEach((key, all) -> copy.put(key, List.copyOf(all)));
        orders = Collections.unmodifiableSortedMap(copy);
    }

    /** Nothing is so. */
    public static <K extends Comparable<? super K>> Firsts<K> empty() {
        return new Firsts<>(Collections.<K, List<Order>>emptySortedMap());
    }

    /** The same, and this is so from the fact's effective time on. */
    public Firsts<K> with(K key, Order order) {
        SortedMap<K, List<Order>> more = new TreeMap<>(orders);
        more.put(key, with(orders.getOrDefault(key, List.of()), order));
        return new Firsts<>(more);
    }

    private static List<Order> with(List<Order> known, Order order) {
        List<Order> all = new ArrayList<>(known);
        if (!all.contains(order)) all.add(order);
        all.sort(Comparator.naturalOrder());
        List<Order> firsts = new ArrayList<>();
        for (Order one : all)
            if (firsts.isEmpty() || one.recordedAt().isBefore(firsts.getLast().recordedAt()))
                firsts.add(one);
        return firsts;
    }

    /** Everything that is so at some time, in the order of keys. */
    public Set<K> keys() {
        return orders.keySet();
    }

    /** The first order of this key, if it is known. */
    public Optional<Order> first(K key) {
        return Optional.ofNullable(orders.get(key)).map(List::getFirst);
    }

    /** Since when this is so, if it is at this instant. */
    public Optional<Instant> at(K key, Instant asOf) {
        return first(key).map(Order::effectiveAt).filter(since -> !since.isAfter(asOf));
    }

    /** Whether this is so at this instant. */
    public boolean isSo(K key, Instant asOf) {
        return at(key, asOf).isPresent();
    }

    /** Everything that is so at this instant, and since when, in the order of keys. */
    public SortedMap<K, Instant> at(Instant asOf) {
        SortedMap<K, Instant> since = new TreeMap<>();
        for (K key : orders.keySet()) at(key, asOf).ifPresent(at -> since.put(key, at));
        return since;
    }

    /** Everything that is so at this instant, and since which date at the university. */
    public SortedMap<K, LocalDate> daysAt(Instant asOf) {
        SortedMap<K, LocalDate> days = new TreeMap<>();
        at(asOf).forEach((key, at) -> days.put(key, at.atZone(Given.ZONE).toLocalDate()));
        return days;
    }

    @Override
    public Firsts<K> within(Cut cut) {
        SortedMap<K, List<Order>> some = new TreeMap<>();
        orders.forEach(
                (key, all) -> {
                    List<Order> left = all.stream().filter(cut::admits).toList();
                    if (!left.isEmpty()) some.put(key, left);
                });
        return new Firsts<>(some);
    }

    @Override
    public boolean isEmpty() {
        return orders.isEmpty();
    }
}
