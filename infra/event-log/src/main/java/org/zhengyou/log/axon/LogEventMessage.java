package org.zhengyou.log.axon;

import java.lang.reflect.Type;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.conversion.ConversionException;
import org.axonframework.conversion.Converter;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.Metadata;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import org.zhengyou.log.StoredEvent;

/**
 * A stored event as Axon sees it. The payload is decoded when it is first asked for, and once: who
 * only passes the stored text on never decodes it. The metadata has {@value #POSITION}, {@value
 * #RECORDED_AT} and {@value #EFFECTIVE_AT} besides what was stored.
 */
public final class LogEventMessage implements EventMessage {
    /** Metadata key: position in the log, a decimal number. */
    public static final String POSITION = "position";

    /** Metadata key: when the log took it in, ISO-8601. */
    public static final String RECORDED_AT = "recordedAt";

    /** Metadata key: since when it holds, ISO-8601. */
    public static final String EFFECTIVE_AT = "effectiveAt";

    private final StoredEvent stored;
    private final Supplier<Object> payload;
    private final Metadata metadata;

    LogEventMessage(StoredEvent stored, PayloadCodec codec) {
        this(stored, new Decoded(stored, codec), metadata(stored));
    }

    private LogEventMessage(StoredEvent stored, Supplier<Object> payload, Metadata metadata) {
        this.stored = stored;
        this.payload = payload;
        this.metadata = metadata;
    }

    private static Metadata metadata(StoredEvent stored) {
        Map<String, String> all = new HashMap<>(stored.metadata());
        all.put(POSITION, Long.toString(stored.position()));
        all.put(RECORDED_AT, stored.recordedAt().toString());
        all.put(EFFECTIVE_AT, stored.effectiveAt().toString());
        return Metadata.from(all);
    }

    /** The event as it lies in the log. */
    public StoredEvent stored() {
        return stored;
    }

    @Override
    public String identifier() {
        return stored.id();
    }

    @Override
    public MessageType type() {
        return new MessageType(stored.type(), stored.version());
    }

    /** When the log took it in. */
    @Override
    public Instant timestamp() {
        return stored.recordedAt();
    }

    @Override
    public Object payload() {
        return payload.get();
    }

    @Override
    public Class<?> payloadType() {
        return payload().getClass();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Axon asks for it
    public <T> @Nullable T payloadAs(Type wanted, @Nullable Converter converter) {
        Object decoded = payload();
        if (wanted instanceof Class<?> type && type.isInstance(decoded)) {
            return (T) decoded;
        }
        if (converter == null) {
            throw new ConversionException(decoded.getClass() + " is no " + wanted);
        }
        return converter.convert(decoded, wanted);
    }

    @Override
    public Metadata metadata() {
        return metadata;
    }

    @Override
    public EventMessage withMetadata(Map<String, String> other) {
        return new LogEventMessage(stored, payload, Metadata.from(other));
    }

    @Override
    public EventMessage andMetadata(Map<String, String> more) {
        return new LogEventMessage(stored, payload, metadata.mergedWith(more));
    }

    @Override
    public EventMessage withConvertedPayload(Type wanted, Converter converter) {
        if (wanted instanceof Class<?> type && type.isInstance(payload())) {
            return this;
        }
        Object converted = payloadAs(wanted, converter);
        return new GenericEventMessage(identifier(), type(), converted, metadata, timestamp());
    }

    @Override
    public String toString() {
        return "%s at %d".formatted(stored.type(), stored.position());
    }

    /** Shared by all copies of a message that differ in metadata only. */
    private static final class Decoded implements Supplier<Object> {
        private final StoredEvent stored;
        private final PayloadCodec codec;
        private volatile @Nullable Object payload;

        Decoded(StoredEvent stored, PayloadCodec codec) {
            this.stored = stored;
            this.codec = codec;
        }

        @Override
        public Object get() {
            Object decoded = payload;
            return decoded == null ? decode() : decoded;
        }

        private synchronized Object decode() {
            Object decoded = payload;
            if (decoded == null) {
                decoded = codec.read(stored.type(), stored.version(), stored.payload());
                payload = decoded;
            }
            return decoded;
        }
    }
}
