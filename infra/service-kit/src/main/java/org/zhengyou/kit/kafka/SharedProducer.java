package org.zhengyou.kit.kafka;

import static java.util.Map.entry;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * One producer per cluster for all services of this process: one thread, larger requests. Closed
 * when the last service lets go of it.
 */
final class SharedProducer implements AutoCloseable {
    /**
     * Idempotent, and never gives a record up by itself: so that an outage keeps the order within
     * each partition. One request at a time: with more, a broker that is just making a partition
     * may refuse the first and take the second, after which the first is refused for ever
     * (KAFKA-15591; brokers up to 4.2).
     */
    private static final Map<String, Object> SETTINGS =
            Map.ofEntries(
                    entry(ProducerConfig.CLIENT_ID_CONFIG, "zhengyou-publisher"),
                    entry(ProducerConfig.ACKS_CONFIG, "all"),
                    entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                    entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE),
                    entry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1),
                    // What comes while a request is under way goes with the next one.
                    entry(ProducerConfig.LINGER_MS_CONFIG, 0),
                    entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000),
                    entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 << 20),
                    entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000),
                    entry(ProducerConfig.METRIC_REPORTER_CLASSES_CONFIG, List.of()));

    private static final Map<KafkaCluster, SharedProducer> OPEN = new HashMap<>();

    private final KafkaCluster cluster;
    private final KafkaProducer<String, String> producer;
    private int users;

    private SharedProducer(KafkaCluster cluster) {
        this.cluster = cluster;
        this.producer =
                new KafkaProducer<>(
                        cluster.with(SETTINGS), new StringSerializer(), new StringSerializer());
    }

    /** The producer for this cluster; to be closed by each who has opened it. */
    static SharedProducer open(KafkaCluster cluster) {
        synchronized (OPEN) {
            SharedProducer shared = OPEN.computeIfAbsent(cluster, SharedProducer::new);
            shared.users++;
            return shared;
        }
    }

    /** Sends a record; the future completes when all in-sync replicas have it. */
    Future<RecordMetadata> send(ProducerRecord<String, String> record) {
        return producer.send(record);
    }

    @Override
    public void close() {
        synchronized (OPEN) {
            if (--users > 0) return;
            OPEN.remove(cluster);
        }
        producer.close(Duration.ofMillis(100));
    }
}
