package org.zhengyou.log.axon;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.zhengyou.log.Criteria;
import org.zhengyou.log.Criterion;
import org.zhengyou.log.NewEvent;
import org.zhengyou.log.StoredEvent;

/** Translates between Axon's words and the log's. */
final class Messages {
    /** A type no event has and no tag: only a criterion for everything matches it. */
    private static final QualifiedName NO_TYPE = new QualifiedName("zhengyou.log.NoSuchType");

    private static final int SHARED = 1_024;

    private final PayloadCodec codec;
    private final Clock clock;

    /** Recent messages, so that readers of the same event decode it once between them. */
    private final AtomicReferenceArray<LogEventMessage> recent = new AtomicReferenceArray<>(SHARED);

    Messages(PayloadCodec codec, Clock clock) {
        this.codec = codec;
        this.clock = clock;
    }

    LogEventMessage message(StoredEvent stored) {
        int slot = (int) (stored.position() & (SHARED - 1));
        LogEventMessage shared = recent.get(slot);
        if (shared == null || shared.stored().position() != stored.position()) {
            shared = new LogEventMessage(stored, codec);
            recent.set(slot, shared);
        }
        return shared;
    }

    NewEvent event(TaggedEventMessage<?> tagged) {
        EventMessage message = tagged.event();
        Map<String, String> metadata = new HashMap<>(message.metadata());
        String effectiveAt = metadata.remove(LogEventMessage.EFFECTIVE_AT);
        Set<String> tags = new HashSet<>();
        tagged.tags().forEach(tag -> tags.add(tag(tag)));
        tags.addAll(tagsIn(metadata));
        metadata.keySet().removeAll(List.of(LogEventMessage.POSITION, LogEventMessage.RECORDED_AT));
        Object payload = message.payload();
        if (payload == null) {
            throw new IllegalArgumentException("an event needs a payload: " + message.type());
        }
        return new NewEvent(
                message.identifier(),
                message.type().name(),
                message.type().version(),
                effectiveAt == null ? clock.instant() : Instant.parse(effectiveAt),
                tags,
                metadata,
                codec.write(payload));
    }

    private static List<String> tagsIn(Map<String, String> metadata) {
        String tags = metadata.remove(LogStorageEngine.TAG_IN_METADATA);
        return tags == null ? List.of() : tags.lines().filter(line -> !line.isBlank()).toList();
    }

    private static String tag(Tag tag) {
        if (tag.key().isEmpty() || tag.key().indexOf('=') >= 0) {
            throw new IllegalArgumentException("no key of a tag: '" + tag.key() + "'");
        }
        return tag.key() + "=" + tag.value();
    }

    static Criteria criteria(EventCriteria criteria) {
        if (criteria.matches(NO_TYPE, Set.of())) {
            return Criteria.all(); // flatten() forgets an alternative that matches everything
        }
        return new Criteria(
                criteria.flatten().stream()
                        .map(
                                one ->
                                        new Criterion(
                                                one.tags().stream()
                                                        .map(Messages::tag)
                                                        .collect(Collectors.toSet()),
                                                one.types().stream()
                                                        .map(QualifiedName::name)
                                                        .collect(Collectors.toSet())))
                        .toList());
    }
}
