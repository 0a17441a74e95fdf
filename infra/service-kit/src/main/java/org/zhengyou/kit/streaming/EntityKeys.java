package org.zhengyou.kit.streaming;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.runtime.EventCodec;
import org.zhengyou.kit.runtime.EventNames;
import org.zhengyou.log.StoredEvent;

/**
 * The entity that a stored event is about: events of one entity keep their order on every way they
 * take.
 */
public final class EntityKeys {
    private static final String INBOX_TAG = ":entity=";

    private final String service;
    private final EventCodec codec;
    private final Map<String, Decider<?, ?, ?>> deciderOf = new HashMap<>();

    /** The entities of this service's events. */
    public EntityKeys(Service service, EventNames names, EventCodec codec) {
        this.service = service.name();
        this.codec = codec;
        names.ownEvents()
                .forEach(
                        (name, type) -> {
                            for (Decider<?, ?, ?> decider : service.deciders())
                                if (decider.emits().isAssignableFrom(type))
                                    deciderOf.put(name, decider);
                        });
    }

    /** The id of the entity that an own event is about; the event's id if there is no such one. */
    public String ofOwn(StoredEvent event) {
        Decider<?, ?, ?> decider = deciderOf.get(event.type());
        if (decider == null) return event.id();
        String prefix = decider.name() + "=";
        List<String> values =
                event.tags().stream()
                        .filter(tag -> tag.startsWith(prefix))
                        .map(tag -> tag.substring(prefix.length()))
                        .toList();
        // Only where an event also carries the tags of other entities of its kind is it read.
        return values.size() == 1 ? values.getFirst() : key(decider, event);
    }

    private <E> String key(Decider<?, E, ?> decider, StoredEvent event) {
        Object payload = codec.read(event.type(), event.version(), event.payload());
        return decider.eventKey().apply(decider.emits().cast(payload));
    }

    /** As {@link #ofOwn}, unlike the entities of all other services. */
    public String globalOfOwn(StoredEvent event) {
        return service + ":" + ofOwn(event);
    }

    /** The tag under which the inbox keeps an event about this entity of the source. */
    public static String inboxTag(String source, String entity) {
        return source + INBOX_TAG + entity;
    }

    /** As {@link #globalOfOwn}, for an event in the inbox. */
    public static String globalOfForeign(StoredEvent event) {
        for (String tag : event.tags()) {
            int end = tag.indexOf(INBOX_TAG);
            if (end > 0)
                return tag.substring(0, end) + ":" + tag.substring(end + INBOX_TAG.length());
        }
        return event.metadata().getOrDefault(EventCodec.SOURCE, "") + ":" + event.id();
    }
}
