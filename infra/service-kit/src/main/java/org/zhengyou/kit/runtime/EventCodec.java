package org.zhengyou.kit.runtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhengyou.kit.view.AnyEvent;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.log.StoredEvent;
import org.zhengyou.log.axon.PayloadCodec;
import tools.jackson.databind.json.JsonMapper;

/**
 * Between stored JSON text and records. The one place where an old shape would be lifted to a new
 * one; every stored version stays readable.
 */
public final class EventCodec implements PayloadCodec {
    /** Inbox metadata: the service whose fact it is. */
    public static final String SOURCE = "source";

    /** Inbox metadata: the fact's position in its own log. */
    public static final String SOURCE_POSITION = "sourcePosition";

    /** Inbox metadata: the identity of its own log. */
    public static final String SOURCE_LOG = "sourceLog";

    /** Inbox metadata: the fact's leaf in its own log. */
    public static final String SOURCE_LEAF = "sourceLeaf";

    /** Inbox metadata: when its own log recorded it, ISO instant. */
    public static final String SOURCE_RECORDED_AT = "sourceRecordedAt";

    private final String service;
    private final EventNames names;
    private final JsonMapper store;

    /**
     * A codec for one service.
     *
     * @param store the mapper that seals personal values on writing and opens them on reading
     */
    public EventCodec(String service, EventNames names, JsonMapper store) {
        this.service = service;
        this.names = names;
        this.store = store;
    }

    @Override
    public String write(Object payload) {
        return store.writeValueAsString(payload);
    }

    @Override
    public Object read(String type, String version, String payload) {
        Class<?> record =
                names.ownEvent(type)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "stored event of unknown type "
                                                        + type
                                                        + " v"
                                                        + version));
        return store.readValue(payload, record);
    }

    /** The facts of an own event: one per record it is read with. */
    public List<Fact<?>> own(StoredEvent stored) {
        return facts(service, stored.position(), stored.recordedAt(), stored);
    }

    /** The facts of a foreign event kept in the inbox: one per record it is read with. */
    public List<Fact<?>> foreign(StoredEvent stored) {
        Map<String, String> metadata = stored.metadata();
        return facts(
                metadata.getOrDefault(SOURCE, ""),
                Long.parseLong(metadata.getOrDefault(SOURCE_POSITION, "0")),
                Instant.parse(metadata.getOrDefault(SOURCE_RECORDED_AT, "1970-01-01T00:00:00Z")),
                stored);
    }

    private Object event(StoredEvent stored, Class<?> reader) {
        return reader == AnyEvent.class
                ? new AnyEvent()
                : store.readValue(stored.payload(), reader);
    }

    private List<Fact<?>> facts(
            String source, long position, Instant recordedAt, StoredEvent stored) {
        List<Fact<?>> facts = new ArrayList<>();
        for (Class<?> reader : names.readers(stored.type()))
            facts.add(
                    new Fact<Object>(
                            source,
                            position,
                            stored.id(),
                            stored.type(),
                            event(stored, reader),
                            stored.effectiveAt(),
                            recordedAt,
                            stored.metadata()));
        return facts;
    }
}
