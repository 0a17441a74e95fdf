package org.zhengyou.log;

import java.util.List;
import java.util.Set;

/**
 * A choice of events: those that match any of the criteria.
 *
 * @param any the alternatives; an empty list matches nothing
 */
public record Criteria(List<Criterion> any) {
    private static final Criteria ALL = of(new Criterion(Set.of(), Set.of()));
    private static final Criteria NONE = new Criteria(List.of());

    /** Copies the list. */
    public Criteria {
        any = List.copyOf(any);
    }

    /** Every event. */
    public static Criteria all() {
        return ALL;
    }

    /** No event. */
    public static Criteria none() {
        return NONE;
    }

    /** Events that carry all of these {@code key=value} tags. */
    public static Criteria tagged(String... tags) {
        return of(new Criterion(Set.of(tags), Set.of()));
    }

    /** Events that match at least one of these. */
    public static Criteria of(Criterion... any) {
        return new Criteria(List.of(any));
    }

    /** Whether an event of this type with these tags is chosen. */
    public boolean matches(String type, Set<String> tags) {
        for (Criterion criterion : any) {
            if (criterion.matches(type, tags)) {
                return true;
            }
        }
        return false;
    }

    boolean matches(StoredEvent event) {
        return matches(event.type(), event.tags());
    }
}
