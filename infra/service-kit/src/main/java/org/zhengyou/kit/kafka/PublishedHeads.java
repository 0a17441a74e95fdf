package org.zhengyou.kit.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * How far Kafka knows the logs of services: a log that ends before was cut off, or restored from an
 * older copy.
 */
public final class PublishedHeads {
    private static final Duration POLL = Duration.ofMillis(500);

    private PublishedHeads() {}

    /**
     * The highest position at the end of the topic of each of these services; services of which
     * nothing was published are left out. What is no event of ours counts for nothing.
     *
     * @param client settings of a client of the cluster
     * @param atMost how long Kafka may take
     * @throws KafkaException if it takes longer
     */
    public static Map<String, Long> of(
            Map<String, Object> client, Collection<String> services, Duration atMost) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "zhengyou-heads");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) atMost.toMillis());
        settings.put(ConsumerConfig.METRIC_REPORTER_CLASSES_CONFIG, List.of());
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            Map<String, String> topics =
                    services.stream().collect(Collectors.toMap(EventTopics::of, name -> name));
            return new Reading(consumer, topics).heads(System.nanoTime() + atMost.toNanos());
        }
    }

    /** The last record of every partition. */
    private static final class Reading {
        private final KafkaConsumer<String, String> consumer;
        private final Map<String, String> topics;
        private final Map<String, Long> heads = new HashMap<>();

        Reading(KafkaConsumer<String, String> consumer, Map<String, String> topics) {
            this.consumer = consumer;
            this.topics = topics;
        }

        Map<String, Long> heads(long deadline) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions());
            ends.values().removeIf(end -> end == 0);
            consumer.assign(ends.keySet());
            ends.forEach((partition, end) -> consumer.seek(partition, end - 1));
            Set<TopicPartition> missing = new HashSet<>(ends.keySet());
            while (!missing.isEmpty()) {
                if (System.nanoTime() > deadline)
                    throw new KafkaException("the ends of " + missing + " were not read in time");
                for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
                    missing.remove(new TopicPartition(record.topic(), record.partition()));
                    learn(record);
                }
            }
            return heads;
        }

        private List<TopicPartition> partitions() {
            return consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .filter(one -> topics.containsKey(one.topic()))
                    .map(one -> new TopicPartition(one.topic(), one.partition()))
                    .toList();
        }

        private void learn(ConsumerRecord<String, String> record) {
            long position = CloudEvents.saidPosition(record);
            String service = topics.get(record.topic());
            if (service != null && position > 0) heads.merge(service, position, Math::max);
        }
    }
}
