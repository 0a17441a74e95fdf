package org.zhengyou.kit.view;

import org.zhengyou.kit.decide.Given;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a value was over time, kept in the {@link Order} of its facts: adding is order-free and
 * idempotent.
 *
 * @param entries ascending by order, each order once
 */
public record Timeline<T>(List<Entry<T>> entries) implements Temporal<Timeline<T>> {
    /** A value from an order on. */
    public record Entry<T>(Order from, T value) {
        /** The instant from which on it is true. */
        public Instant since() {
            return from.effectiveAt();
        }

        /** The date of that instant, at the university. */
        public LocalDate on() {
            return since().atZone(Given.ZONE).toLocalDate();
        }
    }

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

    /** Both, entry by entry. */
    public Timeline<T> and(Timeline<T> other) {
        Timeline<T> both = this;
        for (Entry<T> entry : other.entries) both = both.with(entry.from(), entry.value());
        return both;
    }

    /** The value true at this instant, if any. */
    public Optional<T> at(Instant asOf) {
        return entryAt(asOf).map(Entry::value);
    }

    /** The value true at this instant, if any, with the order from which on it is true. */
    public Optional<Entry<T>> entryAt(Instant asOf) {
        Optional<Entry<T>> last = Optional.empty();
        for (Entry<T> entry : entries) {
            if (entry.since().isAfter(asOf)) break;
            last = Optional.of(entry);
        }
        return last;
    }

    /** All values it ever held, in order, equal ones once. */
    public Set<T> values() {
        Set<T> values = new LinkedHashSet<>();
        entries.forEach(entry -> values.add(entry.value()));
        return values;
    }

    @Override
    public Timeline<T> within(Cut cut) {
        List<Entry<T>> some = entries.stream().filter(e -> cut.admits(e.from())).toList();
        return some.size() == entries.size() ? this : new Timeline<>(some);
    }

    /** The last value in order, if any. */
    public Optional<T> last() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast().value());
    }

    /** Whether nothing is known. */
    @Override
    public boolean isEmpty() {
        return entries.isEmpty();
    }
}
