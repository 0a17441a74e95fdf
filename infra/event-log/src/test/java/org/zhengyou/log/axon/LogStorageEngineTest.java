package org.zhengyou.log.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.messaging.core.Metadata;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.ReplayToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToClaimTokenException;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengyou.log.Criteria;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.LogOptions;
import org.zhengyou.log.LogVerifier;
import org.zhengyou.log.Mongo;
import org.zhengyou.log.Progress;
import org.zhengyou.log.StoredEvent;
import org.zhengyou.log.axon.Members.Enrol;
import org.zhengyou.log.axon.Members.Enrolled;
import org.zhengyou.log.axon.Node.Note;
import org.zhengyou.log.conformance.Callers;

/** Axon's commands, entities and processors on the log. */
class LogStorageEngineTest {
    private final MongoCollection<Document> events = Mongo.collection();
    private final MongoCollection<Document> tokens = Mongo.collection();
    private final Node node = new Node(events, tokens, "one");

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void a_command_leaves_an_event_with_a_stable_name_and_tags() throws Exception {
        node.commands().sendAndWait(new Enrol("m1", "n1"));
        StoredEvent stored = node.log().page(0, 10).getFirst();
        assertThat(stored.type()).isEqualTo("sample.Enrolled");
        assertThat(stored.tags()).containsExactlyInAnyOrder("member=m1", "number=n1");
        assertThat(stored.payload()).isEqualTo("{\"member\": \"m1\", \"number\": \"n1\"}");
        EventMessage seen = node.notes(1).getFirst().message();
        assertThat(seen.payload()).isEqualTo(new Enrolled("m1", "n1"));
        assertThat(((LogEventMessage) seen).stored()).isEqualTo(stored);
        assertThat(seen.metadata())
                .containsEntry("position", "1")
                .containsEntry("recordedAt", stored.recordedAt().toString())
                .containsEntry("effectiveAt", stored.effectiveAt().toString());
    }

    @Test
    void a_number_is_given_once_by_two_nodes_together() throws Exception {
        try (Node other = new Node(events, tokens, "other")) {
            List<Object> outcomes =
                    Callers.at(
                            64,
                            i ->
                                    () -> {
                                        Node own = i % 2 == 0 ? node : other;
                                        own.commands().sendAndWait(new Enrol("m" + i, "n" + i % 8));
                                        return "done";
                                    });
            assertThat(outcomes)
                    .allMatch(
                            outcome ->
                                    outcome.equals("done")
                                            || outcome
                                                    instanceof
                                                    AppendEventsTransactionRejectedException);
        }
        try (EventLog fresh = EventLog.open(events, LogOptions.defaults())) {
            for (int number = 0; number < 8; number++) {
                Criteria claims = Criteria.tagged("number=n" + number);
                assertThat(fresh.read(claims, 0, Long.MAX_VALUE)).hasSize(1);
            }
        }
        assertThat(LogVerifier.verify(events, Progress.none()).intact()).isTrue();
    }

    @Test
    void a_processor_sees_every_event_once_in_order_and_again_in_a_replay() throws Exception {
        Callers.at(
                50,
                i ->
                        () ->
                                node.commands()
                                        .send(
                                                new Enrol("m" + i, "n" + i),
                                                Metadata.emptyInstance(),
                                                null)
                                        .wait(Object.class));
        assertThat(positions(node.notes(50))).isEqualTo(upTo(50));
        Replay.from(node.processorItself(), node.tokens(), 0, () -> {});
        List<Note> again = node.notes(50);
        assertThat(positions(again)).isEqualTo(upTo(50));
        assertThat(again).allMatch(note -> ReplayToken.isReplay(note.token()));
        node.commands().sendAndWait(new Enrol("m50", "n50"));
        assertThat(node.notes(1).getFirst().position()).isEqualTo(51);
        Replay.from(node.processorItself(), node.tokens(), 48, () -> {});
        assertThat(positions(node.notes(3))).containsExactly(49L, 50L, 51L);
    }

    @Test
    void a_replay_is_refused_while_another_process_works_for_the_processor() throws Exception {
        node.commands().sendAndWait(new Enrol("m1", "n1"));
        node.notes(1); // so the segment is claimed here
        try (Node other = new Node(events, tokens, "other")) {
            assertThatThrownBy(
                            () ->
                                    Replay.from(
                                            other.processorItself(),
                                            other.tokens(),
                                            0,
                                            () -> {
                                                throw new AssertionError("must not be cleared");
                                            }))
                    .isInstanceOf(UnableToClaimTokenException.class);
        }
        node.commands().sendAndWait(new Enrol("m2", "n2"));
        assertThat(positions(node.notes(1))).containsExactly(2L);
    }

    @Test
    void a_processor_goes_on_where_the_process_before_it_stopped() throws Exception {
        node.commands().sendAndWait(new Enrol("m1", "n1"));
        node.notes(1);
        node.close();
        try (Node next = new Node(events, tokens, "next")) {
            next.commands().sendAndWait(new Enrol("m2", "n2"));
            assertThat(positions(next.notes(1))).containsExactly(2L);
        }
    }

    @Test
    void a_processor_learns_soon_what_another_process_appended() throws Exception {
        try (Node other = new Node(events, Mongo.collection(), "other")) {
            other.commands().sendAndWait(new Enrol("m1", "n1"));
            assertThat(positions(node.notes(1))).containsExactly(1L);
        }
    }

    private static List<Long> positions(List<Note> notes) {
        return notes.stream().map(Note::position).toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
