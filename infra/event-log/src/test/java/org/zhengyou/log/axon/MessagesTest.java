package org.zhengyou.log.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.Position;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengyou.log.Condition;
import org.zhengyou.log.Criteria;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.LogOptions;
import org.zhengyou.log.Mongo;
import org.zhengyou.log.NewEvent;
import org.zhengyou.log.StoredEvent;
import org.zhengyou.log.axon.Members.Enrolled;

/** What becomes of a message on its way into the log and out of it. */
class MessagesTest {
    private static final EventCriteria M1 = EventCriteria.havingTags("member", "m1");

    private final EventLog log =
            EventLog.open(Mongo.collection(), LogOptions.defaults().polling(Duration.ZERO));
    private final Members.Codec codec = new Members.Codec();
    private final LogStorageEngine engine = new LogStorageEngine(log, codec);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void effective_time_and_extra_tags_leave_the_metadata_for_fields_of_their_own() {
        append(
                AppendCondition.none(),
                Map.of(
                        "effectiveAt", "2010-06-01T00:00:00Z",
                        "tags", "idempotency=k1\nsource=members",
                        "position", "77",
                        "recordedAt", "1999-01-01T00:00:00Z",
                        "actor", "secretary"));
        StoredEvent stored = log.page(0, 1).getFirst();
        assertThat(stored.effectiveAt()).isEqualTo(Instant.parse("2010-06-01T00:00:00Z"));
        assertThat(stored.tags()).contains("idempotency=k1", "source=members", "member=m1");
        assertThat(stored.metadata()).isEqualTo(Map.of("actor", "secretary"));
        assertThat(sourced(Position.START, M1).getFirst().metadata())
                .containsEntry("position", "1")
                .containsEntry("actor", "secretary");
    }

    @Test
    void an_event_without_effective_time_holds_from_now_on() {
        append(AppendCondition.none(), Map.of());
        StoredEvent stored = log.page(0, 1).getFirst();
        assertThat(Duration.between(stored.effectiveAt(), stored.recordedAt()))
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void a_conflict_is_what_axon_calls_a_rejected_transaction() {
        append(AppendCondition.none(), Map.of());
        assertThatThrownBy(() -> append(AppendCondition.withCriteria(M1), Map.of()))
                .hasCauseInstanceOf(AppendEventsTransactionRejectedException.class);
        ConsistencyMarker known = new GlobalIndexConsistencyMarker(1);
        append(AppendCondition.withCriteria(M1).withMarker(known), Map.of());
        assertThat(log.head()).isEqualTo(2);
    }

    @Test
    void sourcing_ends_with_the_head_as_marker_and_starts_where_it_is_told() {
        append(AppendCondition.none(), Map.of());
        append(AppendCondition.none(), Map.of());
        ConsistencyMarker marker =
                engine.source(SourcingCondition.conditionFor(M1), null)
                        .reduce(ConsistencyMarker.ORIGIN, MessagesTest::last)
                        .join();
        assertThat(marker).isEqualTo(new GlobalIndexConsistencyMarker(2));
        assertThat(sourced(LogStorageEngine.startAfter(1), M1)).hasSize(1);
        assertThat(sourced(LogStorageEngine.startAfter(2), M1)).isEmpty();
    }

    @Test
    void a_payload_is_decoded_once_and_only_if_somebody_wants_it() {
        append(AppendCondition.none(), Map.of());
        MessageStream<EventMessage> tail =
                engine.stream(StreamingCondition.startingFrom(null), null);
        EventMessage message = tail.next().orElseThrow().message();
        assertThat(((LogEventMessage) message).stored().payload()).contains("m1");
        assertThat(codec.reads()).isZero();
        message.andMetadata(Map.of("a", "b")).payload();
        message.payload();
        sourced(Position.START, M1).getFirst().payload();
        assertThat(codec.reads()).isEqualTo(1);
        tail.close();
    }

    @Test
    void a_shared_message_is_never_that_of_another_position() {
        Messages messages = new Messages(codec, log.clock());
        for (long position : new long[] {1, 1 + 8_192, 1}) {
            assertThat(messages.message(stored(position)).stored().position()).isEqualTo(position);
        }
    }

    private static StoredEvent stored(long position) {
        Instant then = Instant.EPOCH;
        return new StoredEvent(position, then, "e", "t", "1", then, Set.of(), Map.of(), "{}");
    }

    @Test
    void an_unknown_stored_event_fails_loudly() {
        NewEvent strange =
                new NewEvent("e1", "other.Thing", "9", Instant.EPOCH, Set.of(), Map.of(), "{}");
        log.append(List.of(strange), Condition.none());
        MessageStream<EventMessage> tail =
                engine.stream(StreamingCondition.startingFrom(null), null);
        EventMessage message = tail.next().orElseThrow().message();
        assertThatThrownBy(message::payload).hasMessageContaining("other.Thing");
        tail.close();
    }

    @Test
    void criteria_mean_the_same_to_axon_and_to_the_log() {
        EventCriteria typed = M1.or(EventCriteria.havingAnyTag().andBeingOneOfTypes("a.B"));
        Criteria criteria = Messages.criteria(typed);
        for (Set<Tag> tags : List.of(Set.<Tag>of(), Set.of(Tag.of("member", "m1")))) {
            for (String type : List.of("a.B", "a.C")) {
                Set<String> plain = tags.isEmpty() ? Set.of() : Set.of("member=m1");
                assertThat(criteria.matches(type, plain))
                        .isEqualTo(typed.matches(new QualifiedName(type), tags));
            }
        }
        assertThat(Messages.criteria(EventCriteria.either(M1, EventCriteria.havingAnyTag())))
                .isEqualTo(Criteria.all());
    }

    private void append(AppendCondition condition, Map<String, String> metadata) {
        EventMessage event =
                new GenericEventMessage(
                        new MessageType("sample.Enrolled", "1"),
                        new Enrolled("m1", "n1"),
                        metadata);
        var tagged = new GenericTaggedEventMessage<>(event, Members.tags(event));
        AppendTransaction<?> transaction =
                engine.appendEvents(condition, null, List.of(tagged)).join();
        transaction.commit(null).join();
    }

    private List<EventMessage> sourced(Position start, EventCriteria criteria) {
        List<EventMessage> found = new ArrayList<>();
        engine.source(SourcingCondition.conditionFor(start, criteria), null)
                .reduce(found, MessagesTest::collect)
                .join();
        return found;
    }

    private static ConsistencyMarker last(
            ConsistencyMarker before, MessageStream.Entry<EventMessage> entry) {
        return Objects.requireNonNullElse(
                entry.getResource(ConsistencyMarker.RESOURCE_KEY), before);
    }

    private static List<EventMessage> collect(
            List<EventMessage> found, MessageStream.Entry<EventMessage> entry) {
        if (!(entry.message() instanceof TerminalEventMessage)) {
            found.add(entry.message());
        }
        return found;
    }
}
