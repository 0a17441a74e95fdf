package org.zhengyou.commendations.rounds;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.zhengyou.kit.view.Fact;

/**
 * 过程记录 (S83). The own facts a decision rests on: what was done so far, and when.
 *
 * @param entries in the order in which they were recorded
 */
public record Records(List<Entry<?>> entries) {
    /** Nothing was done. */
    public static final Records NONE = new Records(List.of());

    /**
     * Something that was done.
     *
     * @param fact what
     * @param at when it is true
     * @param event the event's id
     */
    public record Entry<E>(E fact, Instant at, String event) {}

    /** Copies the list. */
    public Records {
        entries = List.copyOf(entries);
    }

    /** These records after one more fact. */
    public Records after(Fact<?> fact) {
        List<Entry<?>> more = new ArrayList<>(entries);
        more.add(new Entry<>(fact.event(), fact.effectiveAt(), fact.id()));
        return new Records(more);
    }

    /** All facts of this type, the last one first. */
    public <E extends CommendationFact> Stream<Entry<E>> all(Class<E> type) {
        List<Entry<?>> reversed = new ArrayList<>(entries);
        Collections.reverse(reversed);
        return reversed.stream()
                .filter(one -> type.isInstance(one.fact()))
                .map(one -> new Entry<>(type.cast(one.fact()), one.at(), one.event()));
    }

    /** The last fact of this type that is meant. */
    public <E extends CommendationFact> Optional<E> last(Class<E> type, Predicate<E> meant) {
        return all(type).map(Entry::fact).filter(meant).findFirst();
    }

    /**
     * The last fact of this type that is meant and was true by this instant.
     *
     * @throws org.zhengyou.kit.decide.Refusal STEP_OUT_OF_ORDER naming the step
     */
    public <E extends CommendationFact> E require(
            Class<E> type, Predicate<E> meant, Instant at, String clause, String step) {
        return all(type)
                .filter(one -> !one.at().isAfter(at))
                .map(Entry::fact)
                .filter(meant)
                .findFirst()
                .orElseThrow(() -> refuse(STEP_OUT_OF_ORDER, clause, "missing step: " + step));
    }
}
