package org.zhengyou.kit.view;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * What was said over time of each of several things: a {@link Timeline} by key. Adding is
 * order-free and idempotent.
 *
 * @param lines by key; none is empty
 */
public record Ledger<K extends Comparable<? super K>, V>(SortedMap<K, Timeline<V>> lines)
        implements Temporal<Ledger<K, V>> {
    /** Copies the map. */
    public Ledger {
        lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
    }

    /** Nothing is known. */
    public static <K extends Comparable<? super K>, V> Ledger<K, V> empty() {
        return new Ledger<>(Collections.<K, Timeline<V>>emptySortedMap());
    }

    /** This ledger with one more value of one key, true from the fact's effective time on. */
    public Ledger<K, V> with(K key, Order from, V value) {
        SortedMap<K, Timeline<V>> more = new TreeMap<>(lines);
        more.put(key, of(key).with(from, value));
        return new Ledger<>(more);
    }

    /** This ledger without what was said of this key before; see {@link Timeline#without}. */
    public Ledger<K, V> without(K key, Order withdrawal) {
        SortedMap<K, Timeline<V>> more = new TreeMap<>(lines);
        more.put(key, of(key).without(withdrawal));
        return new Ledger<>(more);
    }

    /** What was said of this key; nothing if it is not known. */
    public Timeline<V> of(K key) {
        return lines.getOrDefault(key, Timeline.empty());
    }

    /** The value of this key at this instant, if any. */
    public Optional<V> at(K key, Instant asOf) {
        return of(key).at(asOf);
    }

    /** The values of all keys that have one at this instant, in the order of keys. */
    public SortedMap<K, V> at(Instant asOf) {
        SortedMap<K, V> values = new TreeMap<>();
        forEach((key, line) -> line.at(asOf).ifPresent(value -> values.put(key, value)));
        return values;
    }

    /** Every key with what was said of it, in the order of keys. */
    public void forEach(BiConsumer<? super K, ? super Timeline<V>> each) {
        lines.forEach(each);
    }

    @Override
    public Ledger<K, V> within(Cut cut) {
        SortedMap<K, Timeline<V>> some = new TreeMap<>();
        forEach(
                (key, line) -> {
                    Timeline<V> left = line.within(cut);
                    if (!left.isEmpty()) some.put(key, left);
                });
        return new Ledger<>(some);
    }

    @Override
    public boolean isEmpty() {
        return lines.isEmpty();
    }
}
