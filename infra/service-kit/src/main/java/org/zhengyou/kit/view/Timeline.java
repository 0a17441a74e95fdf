package org.zhengyou.kit.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a value was over time, kept in the {@link Order} of its facts: adding is order-free and
 * idempotent.
 *
 * @param entries ascending by order, each order once
 */
public record Timeline<T>(List<Entry<T>> entries) {
    /** A value from an order on. */
    public record Entry<T>(Order from, T value) {}

    /** Copies the entries. */
    public Timeline {
        entries = List.copyOf(entries);
    }

    /** Nothing is known. */
    public static <T> Timeline<T> empty() {
        return new Timeline<>(List.of());
    }

    /** This timeline with one more value, true from the fact's effective time on. */
    public Timeline<T> with(Order from, T value) {
        for (Entry<T> entry : entries) if (entry.from().equals(from)) return this;
        List<Entry<T>> more = new ArrayList<>(entries);
        more.add(new Entry<>(from, value));
        more.sort(Comparator.comparing(Entry::from));
        return new Timeline<>(more);
    }

    /** The value true at this instant, if any. */
    public Optional<T> at(Instant asOf) {
        Optional<T> value = Optional.empty();
        for (Entry<T> entry : entries) {
            if (entry.from().effectiveAt().isAfter(asOf)) break;
            value = Optional.of(entry.value());
        }
        return value;
    }

    /** The last value in order, if any. */
    public Optional<T> last() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast().value());
    }

    /** Whether nothing is known. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }
}
