package org.zhengyou.kit.runtime;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.zhengyou.kit.decide.Ground;

/**
 * From the tags of deciders and grounds to what Axon looks for. Only events of the types that a
 * ground is folded from count, so that others with the same tags are neither read nor in the way.
 */
final class Boundary {
    private final EventNames names;
    private final UnaryOperator<String> alias;
    private final Map<Class<?>, Set<QualifiedName>> types = new ConcurrentHashMap<>();

    /**
     * The boundaries of one service.
     *
     * @param alias replaces the values of blind tags
     */
    Boundary(EventNames names, UnaryOperator<String> alias) {
        this.names = names;
        this.alias = alias;
    }

    /** Events of the ground that carry at least one of the tags. */
    EventCriteria criteria(Ground<?> ground, Set<Tag> tags) {
        Set<QualifiedName> read = types.computeIfAbsent(ground.events(), this::typesOf);
        Set<EventCriteria> any = new HashSet<>();
        for (Tag tag : tags) {
            var carrying = EventCriteria.havingTags(tag);
            any.add(read.isEmpty() ? carrying : carrying.andBeingOneOfTypes(read));
        }
        return EventCriteria.either(any);
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

    /** The names of these events; none if they are all. */
    private Set<QualifiedName> typesOf(Class<?> events) {
        Set<QualifiedName> found = new HashSet<>();
        names.ownEvents()
                .forEach(
                        (name, type) -> {
                            if (events.isAssignableFrom(type)) found.add(new QualifiedName(name));
                        });
        if (found.isEmpty()) throw new IllegalStateException("no own event is a " + events);
        return found.size() == names.ownEvents().size() ? Set.of() : Set.copyOf(found);
    }
}
