package org.zhengyou.kit.kafka;

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
 * One producer per broker address for all services of this process: one thread, larger requests.
 * Closed when the last service lets go of it.
 */
final class SharedProducer implements AutoCloseable {
    private static final Map<String, SharedProducer> OPEN = new HashMap<>();

    private final String bootstrap;
    private final KafkaProducer<String, String> producer;
    private int users;

    private SharedProducer(String bootstrap) {
        this.bootstrap = bootstrap;
        this.producer =
                new KafkaProducer<>(
                        settings(bootstrap), new StringSerializer(), new StringSerializer());
    }

    /** The producer for this address; to be closed by each who has opened it. */
    static SharedProducer open(String bootstrap) {
        synchronized (OPEN) {
            SharedProducer shared = OPEN.computeIfAbsent(bootstrap, SharedProducer::new);
            shared.users++;
            return shared;
        }
    }

    /**
     * Idempotent, and never gives a record up by itself: so that an outage keeps the order within
     * each partition.
     */
    private static Map<String, Object> settings(String bootstrap) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.CLIENT_ID_CONFIG,
                "zhengyou-publisher",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Integer.MAX_VALUE,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                2_000,
                ProducerConfig.LINGER_MS_CONFIG,
                1,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                4 << 20,
                ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                1_000,
                ProducerConfig.METRIC_REPORTER_CLASSES_CONFIG,
                List.of());
    }

    /** Sends a record; the future completes when all in-sync replicas have it. */
    Future<RecordMetadata> send(ProducerRecord<String, String> record) {
        return producer.send(record);
    }

    @Override
    public void close() {
        synchronized (OPEN) {
            if (--users > 0) return;
            OPEN.remove(bootstrap);
        }
        producer.close(Duration.ofMillis(100));
    }
}
