package org.zhengyou.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.kit.projection.Eventually.eventually;

import io.micrometer.core.instrument.Gauge;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.kafka.DeadLetters.Letter;
import org.zhengyou.kit.projection.Node;
import org.zhengyou.kit.runtime.EventNames;
import org.zhengyou.kit.signing.KeyFolder;
import org.zhengyou.log.StoredEvent;

/** Somebody who can write into a topic, and has no service's key, writes what fits in all else. */
class ForgedRecordTest extends LettersByKafka {
    private static final String REASON = "NOT_SIGNED_BY_SOURCE";

    /** A record that fits: of the writer's log, at a free position. */
    private ProducerRecord<String, String> fitting(Node writer, long position) {
        StoredEvent last = writer.runtime().log().page(0, 1).getFirst();
        StoredEvent next =
                new StoredEvent(
                        position,
                        last.recordedAt(),
                        "forged",
                        last.type(),
                        last.version(),
                        last.effectiveAt(),
                        last.tags(),
                        last.metadata(),
                        "{\"letter\":\"l1\",\"mark\":\"forged\"}");
        String log = writer.runtime().log().identity().orElseThrow();
        return CloudEvents.record(letters, "l1", log, next);
    }

    private static void send(ProducerRecord<String, String> record) {
        try (var producer =
                new KafkaProducer<>(
                        kafka.clientSettings(), new StringSerializer(), new StringSerializer())) {
            var _ = producer.send(record); // closing waits for it
        }
    }

    private List<Letter> deadLetters() {
        return new DeadLetters(database(readers), Clock.systemUTC()).list(100);
    }

    private void neitherTakenNorInTheWay(Consumer<ProducerRecord<String, String>> sign) {
        try (Node writer = writer();
                Node listener = listener(settings())) {
            eventuallyKnown(listener, letters, mark(writer, 1, 1));
            ProducerRecord<String, String> forged = fitting(writer, 2);
            sign.accept(forged);
            send(forged);
            eventually("it is kept", () -> deadLetters().size() == 1);
            Letter letter = deadLetters().getFirst();
            assertThat(letter.error()).isEqualTo(REASON);
            assertThat(letter.sourcePosition()).isEqualTo(2);
            assertThat(unreadable(listener)).isEqualTo(1);
            assertThat(listener.runtime().inbox().head()).isEqualTo(1);
            assertThat(listener.part().await(letters, 2, Duration.ofMillis(50))).isFalse();
            assertThat(listener.part().isReady()).isTrue();
            eventuallyKnown(listener, letters, mark(writer, 1, 2));
            assertExactlyOnce(writer, listener);
            eventually("nothing is left of it", () -> deadLetters().isEmpty());
        }
    }

    private static double unreadable(Node node) {
        Gauge gauge = node.runtime().meters().find("zhengyou.unreadable").gauge();
        return gauge == null ? Double.NaN : gauge.value();
    }

    @Test
    void a_record_that_nobody_signed_takes_no_position_and_the_event_that_has_it_is_learnt() {
        neitherTakenNorInTheWay(forged -> {});
    }

    @Test
    void nor_does_one_that_another_service_signed() {
        neitherTakenNorInTheWay(
                forged ->
                        RecordSignatures.sign(
                                letters, keys().own(readers, false), List.of(forged)));
    }

    @Test
    void nor_does_one_under_the_signature_of_a_true_record() {
        neitherTakenNorInTheWay(
                forged -> forged.headers().add(RecordSignatures.HEADER, trueSignature()));
    }

    /** That of the first record in the writer's topic. */
    private byte[] trueSignature() {
        try (var consumer =
                new KafkaConsumer<>(
                        kafka.clientSettings(),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            List<TopicPartition> all = EventTopics.partitions(consumer, EventTopics.of(letters));
            consumer.assign(all);
            consumer.seekToBeginning(all);
            var records = consumer.poll(Duration.ofSeconds(10));
            return records.iterator().next().headers().lastHeader(RecordSignatures.HEADER).value();
        }
    }

    @Test
    void a_forged_record_of_another_log_or_history_does_not_stop_its_source() {
        try (Node writer = writer();
                Node listener = listener(settings())) {
            eventuallyKnown(listener, letters, mark(writer, 1, 1));
            ProducerRecord<String, String> ofAnother = fitting(writer, 2);
            ofAnother.headers().remove("ce_log").add("ce_log", "ab".repeat(32).getBytes(UTF_8));
            send(ofAnother);
            send(fitting(writer, 1));
            eventually("both are kept", () -> deadLetters().size() == 2);
            eventuallyKnown(listener, letters, mark(writer, 1, 2));
            assertThat(listener.part().isReady()).isTrue();
            assertExactlyOnce(writer, listener);
        }
    }

    @Test
    void what_was_refused_for_a_key_that_was_not_known_is_taken_when_it_is(@TempDir Path other) {
        KeyFolder stale = new KeyFolder(other);
        var _ = stale.own(letters, true);
        var _ = stale.own(readers, true);
        var _ = stale.own(EventNames.ORGANIZATIONS, true);
        Map<String, String> settings = new HashMap<>(settings());
        settings.put("ZHENGYOU_LOG_KEYS", other.toString());
        try (Node writer = writer()) {
            for (int i = 1; i <= 3; i++) mark(writer, i, i);
            try (Node listener = listener(settings)) {
                eventually("all are kept", () -> deadLetters().size() == 3);
                assertThat(deadLetters())
                        .allSatisfy(one -> assertThat(one.error()).isEqualTo(REASON));
                assertThat(listener.runtime().inbox().head()).isZero();
            }
            try (Node listener = listener(settings())) {
                eventuallyKnown(listener, letters, 3);
                assertExactlyOnce(writer, listener);
                eventually("nothing is left", () -> deadLetters().isEmpty());
            }
        }
    }

    @Test
    void a_service_without_the_public_key_of_a_source_does_not_start_and_says_which() {
        Path empty = keyFolder.resolve("empty");
        var _ = new KeyFolder(empty).own(EventNames.ORGANIZATIONS, true);
        Map<String, String> settings = new HashMap<>(settings());
        settings.put("ZHENGYOU_LOG_KEYS", empty.toString());

        assertThatThrownBy(() -> listener(settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("缺失")
                .hasMessageContaining("the public key " + empty.resolve(letters + ".pub"));
    }

    @Test
    void a_log_with_events_is_not_published_with_another_key_than_before() throws Exception {
        try (Node writer = writer()) {
            mark(writer, 1, 1);
        }
        Supplier<Path> key = () -> keyFolder.resolve(letters + ".key");
        Files.delete(key.get());

        assertThatThrownBy(this::writer)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the signing key " + key.get() + " is missing");
        assertThat(key.get()).doesNotExist();
    }

    @Test
    void what_is_forged_at_the_end_of_a_topic_does_not_say_how_far_a_log_reached() {
        try (Node writer = writer();
                Node listener = listener(settings())) {
            eventuallyKnown(listener, letters, mark(writer, 1, 1));
            for (long position = 1_000; position < 1_003; position++)
                send(fitting(writer, position));
        }

        assertThat(
                        PublishedHeads.of(
                                kafka.clientSettings(),
                                keys(),
                                List.of(letters),
                                Duration.ofSeconds(20)))
                .isEqualTo(Map.of(letters, 1L));
    }
}
