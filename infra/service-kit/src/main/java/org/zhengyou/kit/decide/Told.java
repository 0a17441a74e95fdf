package org.zhengyou.kit.decide;

import java.time.Instant;
import java.time.LocalDate;
import org.zhengyou.kit.view.Fact;

/**
 * 已记载. An own event as a fold of rules is told of it: what, since when it is true, and who said so.
 *
 * @param event what happened
 * @param effectiveAt when it is true
 * @param id the event's id
 * @param actor who did it: the token's subject, or {@code policy:<name>}
 */
public record Told<E>(E event, Instant effectiveAt, String id, String actor) {
    /** The date it is true, at the university. */
    public LocalDate on() {
        return effectiveAt.atZone(Given.ZONE).toLocalDate();
    }

    /** Whether it is true at this instant. */
    public boolean isTrueAt(Instant at) {
        return !effectiveAt.isAfter(at);
    }

    /** The same of its event by the event's own type, as a switch over it gives it. */
    public <T extends E> Told<T> as(T ownType) {
        return new Told<>(ownType, effectiveAt, id, actor);
    }

    static <E> Told<E> of(E event, Fact<?> fact) {
        return new Told<>(event, fact.effectiveAt(), fact.id(), fact.actor());
    }
}
