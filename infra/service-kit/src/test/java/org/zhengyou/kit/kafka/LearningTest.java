package org.zhengyou.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhengyou.embedded.kafka.EmbeddedKafka;
import org.zhengyou.kit.projection.Node;
import org.zhengyou.kit.projection.letters.LetterEvent;
import org.zhengyou.kit.projection.letters.LetterId;
import org.zhengyou.log.StoredEvent;

import java.time.Duration;
import java.util.Random;

/** What one service learns of another, with a broker or for a while without. */
class LearningTest extends LettersByKafka {
    @Test
    void what_happens_in_one_service_is_learnt_by_another_once_and_in_order() {
        try (Node writer = writer();
                Node listener = listener(settings())) {
            long position = marks(writer, 0, 500, new Random(1));
            eventuallyKnown(listener, letters, position);
            assertExactlyOnce(writer, listener);
            Marks.Row row = listener.part().look(Marks.class, "l1");
            assertThat(row.marks().keys()).isNotEmpty();
            StoredEvent learnt = listener.runtime().inbox().page(0, 1).getFirst();
            assertThat(learnt.effectiveAt()).isEqualTo(THEN);
            assertThat(learnt.metadata()).containsEntry("actor", "somebody");
        }
    }

    @Test
    void the_watermark_covers_events_nobody_listens_to() {
        try (Node writer = writer();
                Node listener = listener(settings())) {
            LetterId id = new LetterId("a");
            long position =
                    writer.facts().happens(new LetterEvent.LetterWritten(id, "x", "y"), id, THEN);
            eventuallyKnown(listener, letters, position);
            assertThat(listener.runtime().inbox().head()).isZero();
            assertThat(listener.part().await(letters, position + 1, Duration.ofMillis(50)))
                    .isFalse();
        }
    }

    @Test
    void while_kafka_is_away_things_go_on_and_afterwards_all_is_learnt() {
        try (Node writer = writer();
                Node listener = listener(settings())) {
            eventuallyKnown(listener, letters, marks(writer, 0, 20, new Random(6)));
            kafka.close();
            long position = marks(writer, 20, 60, new Random(7));
            writer.facts().areSeen();
            kafka = EmbeddedKafka.start(kafkaFolder, 0, 0);
            eventuallyKnown(listener, letters, position);
            assertExactlyOnce(writer, listener);
        }
    }

    @Test
    void another_process_goes_on_learning_when_the_first_one_stops() {
        try (Node writer = writer()) {
            Node first = listener(settings());
            try (Node second = listener(settings())) {
                long position = marks(writer, 0, 50, new Random(8));
                eventuallyKnown(first, letters, position);
                eventuallyKnown(second, letters, position);
                first.close();
                eventuallyKnown(second, letters, marks(writer, 50, 100, new Random(9)));
                assertExactlyOnce(writer, second);
            }
        }
    }
}
