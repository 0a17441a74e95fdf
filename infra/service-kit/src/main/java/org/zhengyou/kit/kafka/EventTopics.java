package org.zhengyou.kit.kafka;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The topics of events, {@code <service>.events.v1}: {@value #PARTITIONS} partitions, kept for
 * ever. Whoever needs one first makes it, writer or reader.
 */
final class EventTopics {
    static final int PARTITIONS = 12;
    private static final int SECONDS = 5;
    private static final long PARTITIONS_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long PARTITIONS_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final KafkaCluster cluster;

    EventTopics(KafkaCluster cluster) {
        this.cluster = cluster;
    }

    /** The topic of this service's events. */
    static String of(String service) {
        return service + ".events.v1";
    }

    /**
     * Makes sure that the topics of these services are there.
     *
     * @throws KafkaException if that cannot be said
     */
    void ensure(Collection<String> services) throws InterruptedException {
        List<NewTopic> topics = services.stream().map(EventTopics::topic).toList();
        Map<String, Object> settings =
                cluster.with(
                        Map.of(
                                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                SECONDS * 500,
                                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                SECONDS * 1_000,
                                AdminClientConfig.METRIC_REPORTER_CLASSES_CONFIG,
                                List.of()));
        try (Admin admin = Admin.create(settings)) {
            for (KafkaFuture<Void> made : admin.createTopics(topics).values().values()) await(made);
        }
    }

    /**
     * All partitions of a topic. Just after it was made the broker may not name them yet; one left
     * out would never be read, so they are waited for.
     *
     * @throws IllegalStateException if they are still not named after some seconds
     */
    static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        long giveUp = System.nanoTime() + PARTITIONS_NANOS;
        while (true) {
            List<PartitionInfo> partitions = consumer.partitionsFor(topic);
            if (!partitions.isEmpty())
                return partitions.stream()
                        .map(one -> new TopicPartition(topic, one.partition()))
                        .toList();
            if (System.nanoTime() > giveUp)
                throw new IllegalStateException(topic + " has no partitions");
            LockSupport.parkNanos(PARTITIONS_PAUSE_NANOS);
        }
    }

    /** The broker's own replication factor. */
    private static NewTopic topic(String service) {
        return new NewTopic(of(service), Optional.of(PARTITIONS), Optional.empty())
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
    }

    private static void await(KafkaFuture<Void> made) throws InterruptedException {
        try {
            made.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) return;
            throw new KafkaException("the topic could not be made", e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("the topic was not made in time", e);
        }
    }
}
