package org.zhengyou.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.projection.Eventually.eventually;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.kafka.DeadLetters.Letter;
import org.zhengyou.kit.projection.Node;

/**
 * Records that are no event of this platform, though their source has signed them, are kept in
 * sight, and nothing is lost by them.
 */
class DeadLetterTest extends LettersByKafka {
    private static final Map<String, String> GOOD =
            Map.of(
                    "ce_id", "forged-1",
                    "ce_log", "ab".repeat(32),
                    "ce_leaf", "cd".repeat(32),
                    "ce_typeversion", "1",
                    "ce_effectiveat", "2010-06-15T00:00:00Z",
                    "ce_recordedat", "2010-06-15T00:00:00Z");

    private void publish(Map<String, String> headers) {
        try (var producer =
                new KafkaProducer<>(
                        kafka.clientSettings(), new StringSerializer(), new StringSerializer())) {
            var record =
                    new ProducerRecord<>(EventTopics.of(letters), "l1", "{\"name\":\"secret\"}");
            headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
            RecordSignatures.sign(letters, keys().own(letters, false), List.of(record));
            var _ = producer.send(record); // closing waits for it
        }
    }

    private Map<String, String> said(String source, long position) {
        return Map.of(
                "ce_source",
                source,
                "ce_type",
                letters + ".LetterMarked",
                "ce_position",
                Long.toString(position));
    }

    private String mine() {
        return "/zhengyou/" + letters;
    }

    private List<Letter> deadLetters() {
        return new DeadLetters(database(readers), Clock.systemUTC()).list(100);
    }

    @Test
    void a_record_without_its_parts_is_kept_in_sight_and_the_event_of_its_position_is_learnt() {
        try (Node listener = listener(settings())) {
            publish(said(mine(), 2)); // of times it says nothing
            eventually("it is kept", () -> deadLetters().size() == 1);
            Letter letter = deadLetters().getFirst();
            assertThat(letter.source()).isEqualTo(letters);
            assertThat(letter.sourcePosition()).isEqualTo(2);
            assertThat(letter.type()).isEqualTo(letters + ".LetterMarked");
            assertThat(letter.error()).isEqualTo("java.lang.IllegalArgumentException");
            assertThat(letter.toString()).doesNotContain("secret");
            try (Node writer = writer()) {
                mark(writer, 1, 1);
                long position = mark(writer, 1, 2);
                eventuallyKnown(listener, letters, position);
                assertExactlyOnce(writer, listener);
            }
            eventually("nothing is left of it", () -> deadLetters().isEmpty());
        }
    }

    @Test
    void what_could_not_be_read_does_not_count_as_received_and_the_others_go_on() {
        try (Node writer = writer()) {
            try (Node listener = listener(settings())) {
                publish(said(mine(), 9));
                publish(Map.of("ce_position", "none"));
                eventually("both are kept", () -> deadLetters().size() == 2);
                for (int i = 1; i <= 8; i++) mark(writer, 1, i);
                eventuallyKnown(listener, letters, 8);
                assertThat(listener.part().await(letters, 9, Duration.ofMillis(50))).isFalse();
            }
            try (Node listener = listener(settings())) {
                eventuallyKnown(listener, letters, mark(writer, 1, 9));
                assertExactlyOnce(writer, listener);
                assertThat(deadLetters()).extracting(Letter::sourcePosition).containsExactly(0L);
            }
        }
    }

    @Test
    void a_record_in_the_topic_of_another_service_is_not_taken() {
        try (Node listener = listener(settings())) {
            var forged = new HashMap<>(GOOD);
            forged.putAll(said("/zhengyou/somebody-else", 1));
            publish(forged);
            eventually("it is kept", () -> deadLetters().size() == 1);
            assertThat(listener.runtime().inbox().head()).isZero();
        }
    }

    @Test
    void a_position_beyond_all_positions_stops_nothing() {
        try (Node listener = listener(settings());
                Node writer = writer()) {
            publish(said(mine(), Long.MAX_VALUE));
            eventuallyKnown(listener, letters, mark(writer, 1, 1));
            eventually("it is kept", () -> deadLetters().size() == 1);
        }
    }
}
