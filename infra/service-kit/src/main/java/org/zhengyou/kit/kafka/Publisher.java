package org.zhengyou.kit.kafka;

import io.micrometer.core.instrument.Counter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhengyou.kit.signing.SigningKey;
import org.zhengyou.kit.streaming.BatchHandler;
import org.zhengyou.kit.streaming.EntityKeys;
import org.zhengyou.kit.streaming.Lease;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.StoredEvent;

/**
 * Publishes every event of a service, signed, in order, at least once. While Kafka is away it waits
 * and tries; commands do not notice.
 */
final class Publisher implements BatchHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final long PAUSE_MILLIS = 500;

    private final String service;
    private final SigningKey key;
    private final EventTopics topics;
    private final KafkaCluster cluster;
    private final EntityKeys entities;
    private final Lease lease;
    private final EventLog log;
    private final Counter published;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @org.jspecify.annotations.Nullable SharedProducer producer;

    Publisher(
            String service,
            SigningKey key,
            KafkaCluster cluster,
            EventLog log,
            EntityKeys entities,
            Lease lease,
            Counter published) {
        this.log = log;
        this.service = service;
        this.key = key;
        this.cluster = cluster;
        this.topics = new EventTopics(cluster);
        this.entities = entities;
        this.lease = lease;
        this.published = published;
    }

    @Override
    public void handle(List<StoredEvent> events) throws InterruptedException {
        boolean told = false;
        while (true) {
            try {
                publish(events);
                if (told) LOG.info("{} is published again", service);
                return;
            } catch (KafkaException e) {
                if (!told) LOG.warn("{} is not published for now: {}", service, e.toString());
                told = true;
                if (stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) throw e;
                checkLease();
            }
        }
    }

    private void publish(List<StoredEvent> events) throws InterruptedException {
        SharedProducer open = open();
        String identity = log.identity().orElseThrow();
        List<ProducerRecord<String, String>> records = new ArrayList<>(events.size());
        for (StoredEvent event : events)
            records.add(CloudEvents.record(service, entities.ofOwn(event), identity, event));
        RecordSignatures.sign(service, key, records);
        List<Future<RecordMetadata>> acks = new ArrayList<>(events.size());
        for (ProducerRecord<String, String> record : records) acks.add(open.send(record));
        for (Future<RecordMetadata> ack : acks) await(ack);
        published.increment(events.size());
    }

    private SharedProducer open() throws InterruptedException {
        SharedProducer open = producer;
        if (open != null) return open;
        topics.ensure(List.of(service));
        open = SharedProducer.open(cluster);
        producer = open;
        return open;
    }

    private void await(Future<RecordMetadata> ack) throws InterruptedException {
        while (true) {
            try {
                ack.get(PAUSE_MILLIS / 2, TimeUnit.MILLISECONDS);
                return;
            } catch (ExecutionException e) {
                throw new KafkaException("not acknowledged", e.getCause());
            } catch (TimeoutException e) {
                checkLease();
            }
        }
    }

    /** Another process publishes, or nobody is to: what is not acknowledged comes again there. */
    private void checkLease() {
        if (stopped.getCount() == 0 || !lease.isValid())
            throw new IllegalStateException("stopped before Kafka acknowledged");
    }

    /** Lets go of what waits for Kafka. */
    void stop() {
        stopped.countDown();
    }

    /** Closes the producer, once nothing is handled any more. */
    void close() {
        SharedProducer open = producer;
        producer = null;
        if (open != null) open.close();
    }
}
