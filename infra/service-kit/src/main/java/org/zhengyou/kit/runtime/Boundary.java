package org.zhengyou.kit.runtime;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.zhengyou.kit.decide.Decider;

/**
 * From the tags of a decider to what Axon looks for. Only events of the types that the decider sees
 * count, so that others with the same tags are neither read nor in the way.
 */
final class Boundary {
    private final String decider;
    private final Set<QualifiedName> types;
    private final UnaryOperator<String> alias;

    /**
     * The boundary of this decider.
     *
     * @param alias replaces the values of blind tags
     */
    Boundary(Decider<?, ?, ?> decider, EventNames names, UnaryOperator<String> alias) {
        this.decider = decider.name();
        this.alias = alias;
        Set<QualifiedName> seen = new HashSet<>();
        names.ownEvents()
                .forEach(
                        (name, type) -> {
                            if (decider.sees().isAssignableFrom(type))
                                seen.add(new QualifiedName(name));
                        });
        boolean all = seen.size() == names.ownEvents().size();
        types = all ? Set.of() : Set.copyOf(seen);
    }

    /** Events that carry at least one of the tags. */
    EventCriteria criteria(Set<Tag> tags) {
        Set<EventCriteria> any = new HashSet<>();
        for (Tag tag : tags) {
            var carrying = EventCriteria.havingTags(tag);
            any.add(types.isEmpty() ? carrying : carrying.andBeingOneOfTypes(types));
        }
        return EventCriteria.either(any);
    }

    /** The same text for the same decider and tags, whatever their order. */
    String key(Set<Tag> tags) {
        var sorted = new TreeSet<String>();
        for (Tag tag : tags) sorted.add(tag.key() + '=' + tag.value());
        return decider + '\n' + String.join("\n", sorted);
    }

    /** The tags as they are stored. */
    Set<Tag> stored(Set<org.zhengyou.kit.decide.Tag> tags) {
        return stored(tags, alias);
    }

    /** The same, with other aliases. */
    static Set<Tag> stored(Set<org.zhengyou.kit.decide.Tag> tags, UnaryOperator<String> alias) {
        Set<Tag> stored = new HashSet<>();
        for (org.zhengyou.kit.decide.Tag tag : tags)
            stored.add(new Tag(tag.key(), tag.blind() ? alias.apply(tag.value()) : tag.value()));
        return stored;
    }
}
