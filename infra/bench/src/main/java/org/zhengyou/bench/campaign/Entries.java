package org.zhengyou.bench.campaign;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.runtime.EventCodec;
import org.zhengyou.kit.runtime.EventMetadata;
import org.zhengyou.kit.runtime.EventNames;
import org.zhengyou.log.NewEvent;

/** From acts to entries of a service's log: its names, codec and tags, the kit's metadata. */
final class Entries {
    private static final String VERSION = "1";

    private final Service service;
    private final EventNames names;
    private final EventCodec codec;
    private final UnaryOperator<String> blind;

    /**
     * Entries of this service.
     *
     * @param blind replaces the values of blind tags
     */
    Entries(Service service, EventCodec codec, UnaryOperator<String> blind) {
        this.service = service;
        this.names = EventNames.of(service);
        this.codec = codec;
        this.blind = blind;
    }

    /** The transaction of the nth act. */
    List<NewEvent> of(long n, Act act) {
        String request = id("request", n, 0).replace("-", "");
        Map<String, String> metadata = metadata(n, act);
        List<NewEvent> events = new ArrayList<>();
        for (Object event : act.events()) {
            Set<String> tags = tags(event);
            tags.add("request=" + request);
            events.add(
                    new NewEvent(
                            id("event", n, events.size()),
                            names.name(event.getClass()),
                            VERSION,
                            act.effectiveAt(),
                            tags,
                            metadata,
                            codec.write(event)));
        }
        return events;
    }

    private Map<String, String> metadata(long n, Act act) {
        Map<String, String> metadata = new HashMap<>();
        metadata.put(EventMetadata.ACTOR, act.by());
        metadata.put(EventMetadata.AUTHORITY, act.grounds() + " " + id("grounds", 0, 0));
        metadata.put(EventMetadata.CORRELATION, id("correlation", n, 0));
        metadata.put("requestDigest", id("digest", n, 0).replace("-", ""));
        return metadata;
    }

    private Set<String> tags(Object event) {
        for (Decider<?, ?, ?> decider : service.deciders())
            if (decider.emits().isInstance(event)) return tags(decider, event);
        throw new IllegalArgumentException("not an event of " + service.name() + ": " + event);
    }

    private <E> Set<String> tags(Decider<?, E, ?> decider, Object event) {
        Set<String> tags = new HashSet<>();
        for (Tag tag : decider.tags().apply(decider.emits().cast(event)))
            tags.add(tag.key() + "=" + (tag.blind() ? blind.apply(tag.value()) : tag.value()));
        return tags;
    }

    private String id(String kind, long n, int part) {
        String name = service.name() + " " + kind + " " + n + " " + part;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
