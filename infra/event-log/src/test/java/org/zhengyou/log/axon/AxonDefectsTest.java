package org.zhengyou.log.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.replay.ResetNotSupportedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengyou.log.Mongo;
import org.zhengyou.log.axon.Members.Enrolled;
import org.zhengyou.log.axon.Node.Note;

/** Holds as long as Axon has the defects that we work around; a failure here means: clean up. */
class AxonDefectsTest {
    private final Node node = new Node(Mongo.collection(), Mongo.collection(), "one");

    @AfterEach
    void close() {
        node.close();
    }

    /** Issue 3304, cured in 5.1. Then {@link Replay} can go. */
    @Test
    void resetting_tokens_is_not_implemented() {
        node.processorItself().shutdown().join();
        assertThatThrownBy(() -> node.processorItself().resetTokens().join())
                .hasCauseInstanceOf(ResetNotSupportedException.class)
                .hasMessageContaining("#3304");
    }

    /** Issue 4838, cured in 5.2.3. Until then nobody may publish outside a unit of work. */
    @Test
    void publishing_without_a_context_loses_the_failure() {
        node.log().close();
        EventMessage event =
                new GenericEventMessage(
                        new MessageType("sample.Enrolled", "1"), new Enrolled("m1", "n1"));
        node.store().publish(null, List.of(event)).join();
        assertThat(node.log().head()).isZero();
    }

    /** Issue 4510, cured in 5.1.1. Until then an event's position is taken from its metadata. */
    @Test
    void the_token_in_the_context_is_that_of_the_last_event_of_the_batch() throws Exception {
        node.processorItself().shutdown().join();
        for (int i = 1; i <= 3; i++) {
            node.commands().sendAndWait(new Members.Enrol("m" + i, "n" + i));
        }
        node.processorItself().start().join();
        Note first = node.notes(3).getFirst();
        assertThat(first.position()).isEqualTo(1);
        assertThat(first.token()).isEqualTo(new GlobalSequenceTrackingToken(3));
    }
}
