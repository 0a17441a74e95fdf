package org.zhengyou.kit.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.zhengyou.kit.signing.KeyFolder;

/**
 * How far Kafka knows the logs of services: a log that ends before was cut off, or restored from an
 * older copy.
 */
public final class PublishedHeads {
    private static final Duration POLL = Duration.ofMillis(500);

    private PublishedHeads() {}

    /**
     * The highest position at the end of the topic of each of these services; services of which
     * nothing was published are left out. What the service has not signed counts for nothing.
     *
     * @param client settings of a client of the cluster
     * @param keys by which it is known
     * @param atMost how long Kafka may take
     * @throws KafkaException if it takes longer
     */
    public static Map<String, Long> of(
            Map<String, Object> client,
            KeyFolder keys,
            Collection<String> services,
            Duration atMost) {
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
            return new Reading(consumer, topics, keys).heads(System.nanoTime() + atMost.toNanos());
        }
    }

    /** The last record of every partition that is a service's own. */
    private static final class Reading {
        private final KafkaConsumer<String, String> consumer;
        private final Map<String, String> topics;
        private final KeyFolder keys;
        private final Map<String, Long> heads = new HashMap<>();

        Reading(
                KafkaConsumer<String, String> consumer,
                Map<String, String> topics,
                KeyFolder keys) {
            this.consumer = consumer;
            this.topics = topics;
            this.keys = keys;
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
                for (TopicPartition partition : poll()) missing.remove(partition);
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

        /** The partitions of which nothing more need be read. */
        private List<TopicPartition> poll() {
            List<TopicPartition> read = new ArrayList<>();
            ConsumerRecords<String, String> records = consumer.poll(POLL);
            for (TopicPartition partition : records.partitions()) {
                ConsumerRecord<String, String> first = records.records(partition).getFirst();
                if (learn(first) || first.offset() == 0) read.add(partition);
                else consumer.seek(partition, first.offset() - 1);
            }
            return read;
        }

        private boolean learn(ConsumerRecord<String, String> record) {
            String service = topics.get(record.topic());
            if (service == null || !RecordSignatures.isSigned(service, keys.of(service), record))
                return false;
            heads.merge(service, CloudEvents.position(record), Math::max);
            return true;
        }
    }
}
