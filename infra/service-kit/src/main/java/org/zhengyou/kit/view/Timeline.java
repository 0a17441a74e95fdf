package org.zhengyou.kit.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhengyou.kit.decide.Given;

/**
 * What a value was over time, kept in the {@link Order} of its facts: adding is order-free and
 * idempotent.
 *
 * <p>A {@link Withdrawal} takes back all entries that its source recorded before it, whichever of
 * them comes first here. They are kept, for they are so as long as the withdrawal is not known;
 * {@link #entries} and {@link #values} tell them, everything else leaves them out.
 *
 * @param entries ascending by order, each order once
 * @param withdrawals ascending by order, each once
 */
public record Timeline<T>(
        List<Entry<T>> entries,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
                List<Order> withdrawals)
        implements Temporal<Timeline<T>> {
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

    /** Copies the lists. */
    public Timeline {
        entries = List.copyOf(entries);
        withdrawals = List.copyOf(withdrawals);
    }

    /** Nothing is known. */
    public static <T> Timeline<T> empty() {
        return new Timeline<>(List.of(), List.of());
    }

    /** This timeline with one more value, true from the fact's effective time on. */
    public Timeline<T> with(Order from, T value) {
        for (Entry<T> entry : entries) if (entry.from().equals(from)) return this;
        List<Entry<T>> more = new ArrayList<>(entries);
        more.add(new Entry<>(from, value));
        more.sort(Comparator.comparing(Entry::from));
        return new Timeline<>(more, withdrawals);
    }

    /** This timeline without what the source of this withdrawal recorded before it. */
    public Timeline<T> without(Order withdrawal) {
        if (withdrawals.contains(withdrawal)) return this;
        List<Order> more = new ArrayList<>(withdrawals);
        more.add(withdrawal);
        more.sort(Comparator.naturalOrder());
        return new Timeline<>(entries, more);
    }

    /** Both, entry by entry. */
    public Timeline<T> and(Timeline<T> other) {
        Timeline<T> both = this;
        for (Entry<T> entry : other.entries) both = both.with(entry.from(), entry.value());
        for (Order withdrawal : other.withdrawals) both = both.without(withdrawal);
        return both;
    }

    /** By which withdrawal this entry was taken back first, if it was. */
    public Optional<Order> withdrawn(Entry<T> entry) {
        return withdrawals.stream()
                .filter(by -> by.source().equals(entry.from().source()))
                .filter(by -> by.position() > entry.from().position())
                .min(Comparator.comparingLong(Order::position));
    }

    /** The entries that were not withdrawn, ascending by order. */
    private List<Entry<T>> standing() {
        if (withdrawals.isEmpty()) return entries;
        return entries.stream().filter(entry -> withdrawn(entry).isEmpty()).toList();
    }

    /** The value true at this instant, if any. */
    public Optional<T> at(Instant asOf) {
        return entryAt(asOf).map(Entry::value);
    }

    /** The value true at this instant, if any, with the order from which on it is true. */
    public Optional<Entry<T>> entryAt(Instant asOf) {
        Optional<Entry<T>> last = Optional.empty();
        for (Entry<T> entry : standing()) {
            if (entry.since().isAfter(asOf)) break;
            last = Optional.of(entry);
        }
        return last;
    }

    /** All values it ever held, those withdrawn among them, in order, equal ones once. */
    public Set<T> values() {
        Set<T> values = new LinkedHashSet<>();
        entries.forEach(entry -> values.add(entry.value()));
        return values;
    }

    @Override
    public Timeline<T> within(Cut cut) {
        List<Entry<T>> some = entries.stream().filter(e -> cut.admits(e.from())).toList();
        List<Order> known = withdrawals.stream().filter(cut::knows).toList();
        boolean isAll = some.size() == entries.size() && known.size() == withdrawals.size();
        return isAll ? this : new Timeline<>(some, known);
    }

    /** The last value in order, if any. */
    public Optional<T> last() {
        List<Entry<T>> standing = standing();
        return standing.isEmpty() ? Optional.empty() : Optional.of(standing.getLast().value());
    }

    /** Whether nothing is known, no withdrawal either. */
    @Override
    public boolean isEmpty() {
        return entries.isEmpty() && withdrawals.isEmpty();
    }
}
