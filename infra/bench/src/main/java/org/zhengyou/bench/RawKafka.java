package org.zhengyou.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.zhengyou.embedded.kafka.EmbeddedKafka;
import org.zhengyou.log.StoredEvent;

/** What a platform has published, published again, with readers that do nothing with it. */
final class RawKafka {
    private static final String TOPIC = "raw.events.v1";
    private static final int PARTITIONS = 12;

    private final KafkaProducer<String, String> producer;
    private int next;

    /** On an empty folder, for the life of this process. */
    RawKafka(Path folder, int readers) throws InterruptedException, ExecutionException {
        Map<String, Object> where = EmbeddedKafka.start(folder, 0, 0).clientSettings();
        try (Admin admin = Admin.create(where)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1))).all().get();
        }
        Map<String, Object> settings = new HashMap<>(where);
        settings.put("acks", "all");
        settings.put("linger.ms", 0);
        settings.put("max.in.flight.requests.per.connection", 1);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        for (int i = 0; i < readers; i++) Thread.ofPlatform().daemon().start(() -> read(where));
    }

    private static void read(Map<String, Object> where) {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(where, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(
                    IntStream.range(0, PARTITIONS)
                            .mapToObj(n -> new TopicPartition(TOPIC, n))
                            .toList());
            while (!Thread.currentThread().isInterrupted()) consumer.poll(Duration.ofSeconds(1));
        }
    }

    /** Publishes so many events and waits until the broker has them. */
    int publish(List<StoredEvent> events, int n) {
        List<Future<RecordMetadata>> acks = new ArrayList<>();
        for (int i = 0; i < n; i++) acks.add(producer.send(record(events)));
        try {
            for (Future<RecordMetadata> ack : acks) ack.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("not acknowledged", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return n;
    }

    private ProducerRecord<String, String> record(List<StoredEvent> events) {
        StoredEvent event = events.get(next++ % events.size());
        ProducerRecord<String, String> record =
                new ProducerRecord<>(TOPIC, event.id(), event.payload());
        Map<String, String> headers = new HashMap<>(event.metadata());
        headers.put("id", event.id());
        headers.put("type", event.type());
        headers.put("typeversion", event.version());
        headers.put("position", Long.toString(event.position()));
        headers.put("time", event.recordedAt().toString());
        headers.put("recordedat", event.recordedAt().toString());
        headers.put("effectiveat", event.effectiveAt().toString());
        headers.forEach(
                (name, value) ->
                        record.headers().add("ce_" + name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
