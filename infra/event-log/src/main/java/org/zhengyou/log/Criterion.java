package org.zhengyou.log;

import java.util.Set;

/**
 * Matches an event that carries all the tags and is of one of the types.
 *
 * @param tags tags the event must carry, all of them; none means any event
 * @param types types of which the event must be one; none means any type
 */
public record Criterion(Set<String> tags, Set<String> types) {

    /** Copies both sets. */
    public Criterion {
        tags = Set.copyOf(tags);
        types = Set.copyOf(types);
    }

    /** Whether an event of this type with these tags matches. */
    public boolean matches(String type, Set<String> eventTags) {
        return (types.isEmpty() || types.contains(type)) && eventTags.containsAll(tags);
    }
}
