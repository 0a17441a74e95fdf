package org.zhengyou.kit.kafka;

import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhengyou.kit.projection.Watermarks;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.kit.signing.VerifyingKey;
import org.zhengyou.kit.streaming.Lease;
import org.zhengyou.log.ConflictingAppendException;
import org.zhengyou.log.EventLog;

/**
 * Keeps one session going in the process with the lease, on a thread of its own; begins a new one
 * when the last has failed.
 */
final class InboxReader implements Watermarks {
    private static final Logger LOG = LoggerFactory.getLogger(InboxReader.class);
    private static final Duration WITHOUT_LEASE = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_POLLS = Duration.ofMillis(20);
    private static final long KNOWN_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final ServiceRuntime runtime;
    private final KafkaCluster cluster;
    private final Lease lease;
    private final Map<String, List<VerifyingKey>> keys;
    private final Function<String, SourceProgress> fresh;
    private final MongoCollection<Document> stored;
    private final Counter received;
    private final Counter repeated;
    private final Map<String, Mark> marks = new ConcurrentHashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean working;
    private volatile String shorter = "";
    private volatile @Nullable KafkaConsumer<String, String> consumer;

    /**
     * A reader that stands still.
     *
     * @param keys by which what each source has signed is known
     * @param fresh the progress of a source of which nothing was received yet
     */
    InboxReader(
            ServiceRuntime runtime,
            KafkaCluster cluster,
            Lease lease,
            Map<String, List<VerifyingKey>> keys,
            Function<String, SourceProgress> fresh,
            Counter received,
            Counter repeated) {
        this.runtime = runtime;
        this.cluster = cluster;
        this.lease = lease;
        this.keys = keys;
        this.fresh = fresh;
        this.received = received;
        this.repeated = repeated;
        this.stored = runtime.database().getCollection("inbox_progress");
        this.thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("inbox-" + runtime.service().name())
                        .unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopped.countDown();
        KafkaConsumer<String, String> open = consumer;
        if (open != null) open.wakeup();
    }

    /** Waits until the thread has ended, at most this long; then it is interrupted. */
    void join(Duration atMost) throws InterruptedException {
        if (!thread.join(atMost)) thread.interrupt();
    }

    private void run() {
        while (!isStopped()) {
            if (!lease.isValid()) {
                pause(WITHOUT_LEASE);
                continue;
            }
            try {
                session();
            } catch (WakeupException e) {
                LOG.debug("stopped", e);
            } catch (ConflictingAppendException e) {
                LOG.warn("another process appends to this inbox; beginning anew");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Throwable e) { // whatever one record does, the next one is read
                LOG.warn("learning from other services is begun anew: {}", e.toString());
                pause(AFTER_FAILURE);
            } finally {
                working = false;
            }
        }
    }

    private void session() throws InterruptedException {
        var sources = runtime.names().sources();
        new EventTopics(cluster).ensure(sources);
        EventLog inbox = runtime.inbox();
        InboxProgress progress =
                InboxProgress.load(
                        stored, runtime.database().getCollection("inbox_leaves"), sources, fresh);
        if (!isKnown(inbox, progress.inbox())) return;
        long head = inbox.head();
        progress.learn(inbox, head);
        KafkaConsumer<String, String> open =
                new KafkaConsumer<>(settings(), new StringDeserializer(), new StringDeserializer());
        consumer = open;
        try {
            InboxSession session =
                    new InboxSession(
                            open,
                            inbox,
                            head,
                            progress,
                            keys,
                            new DeadLetters(runtime.database(), inbox.clock()),
                            type -> !runtime.names().readers(type).isEmpty(),
                            received,
                            repeated);
            session.begin();
            work(session, progress);
        } finally {
            consumer = null;
            open.close(CloseOptions.timeout(Duration.ofMillis(100)));
        }
    }

    /**
     * Waits until this process knows the inbox as far as it is written down what was received: the
     * process that worked before may have appended the end of it a moment ago. To go on from less
     * would be to say that facts lie there which readers do not find.
     *
     * @return false if this process is no longer the one to work
     * @throws IllegalStateException if it does not come: the end of the inbox is gone
     */
    private boolean isKnown(EventLog inbox, long upTo) {
        long giveUp = System.nanoTime() + KNOWN_WITHIN_NANOS;
        while (inbox.head() < upTo) {
            if (isStopped() || !lease.isValid()) return false;
            if (System.nanoTime() - giveUp > 0) {
                shorter = "INBOX_ENDS at " + inbox.head() + " before " + upTo;
                throw new IllegalStateException(shorter);
            }
            pause(BETWEEN_POLLS);
        }
        shorter = "";
        return true;
    }

    private void work(InboxSession session, InboxProgress progress) {
        mark(session, progress);
        working = true;
        while (!isStopped() && lease.isValid()) {
            if (!session.poll()) continue;
            mark(session, progress);
            pause(BETWEEN_POLLS); // so that under load there are larger fetches, not more
        }
        if (lease.isValid()) session.save(); // else another one is further already
    }

    private void mark(InboxSession session, InboxProgress progress) {
        for (SourceProgress source : progress.all())
            marks.put(source.source(), new Mark(source.watermark(), session.head()));
    }

    private Map<String, Object> settings() {
        return cluster.with(
                Map.of(
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        runtime.service().name() + "-inbox",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        1_000,
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG, // of each service, held in memory
                        1 << 20,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        10_000,
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        1_000,
                        ConsumerConfig.METRIC_REPORTER_CLASSES_CONFIG,
                        List.of()));
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void pause(Duration pause) {
        try {
            var _ = stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The sources of which nothing more is taken, and why. */
    Map<String, String> stopped() {
        Map<String, String> all = InboxProgress.stopped(stored);
        String why = shorter;
        if (!why.isEmpty())
            for (String source : runtime.names().sources()) all.putIfAbsent(source, why);
        return all;
    }

    /** Where another process reads, what it has written down. */
    @Override
    public Mark of(String source) {
        if (working && lease.isValid()) return marks.getOrDefault(source, Mark.NOTHING);
        return InboxProgress.mark(stored, source);
    }
}
