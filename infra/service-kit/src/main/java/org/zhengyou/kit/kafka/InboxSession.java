package org.zhengyou.kit.kafka;

import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhengyou.kit.signing.VerifyingKey;
import org.zhengyou.log.Chain;
import org.zhengyou.log.Condition;
import org.zhengyou.log.Criteria;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.Limits;
import org.zhengyou.log.NewEvent;

/**
 * Brings records from Kafka into the inbox, each event once, from where the last session ended
 * until something goes wrong. Appends only if nobody else has appended since it began: a process
 * that does not know that it is no longer the one to do this finds out before it does harm.
 */
final class InboxSession {
    private static final Logger LOG = LoggerFactory.getLogger(InboxSession.class);
    private static final int MOST_EVENTS = 200;
    private static final int NEVER_TOO_LARGE = 10_000;
    private static final long MOST_CHARS = 4 << 20;
    private static final long SAVE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final Duration WAIT = Duration.ofMillis(500);

    private final Consumer<String, String> consumer;
    private final EventLog inbox;
    private final InboxProgress progress;
    private final Map<String, List<VerifyingKey>> keys;
    private final DeadLetters deadLetters;
    private final Predicate<String> isRead;
    private final Counter received;
    private final Counter repeated;
    private final Map<String, SourceProgress> byTopic = new HashMap<>();
    private long head;
    private long savedAt = System.nanoTime();
    private boolean unsaved;

    /**
     * A session that continues from here.
     *
     * @param head of the inbox, up to which the progress has looked at it
     * @param keys by which what each source has signed is known
     * @param deadLetters where records go that cannot be read
     * @param isRead whether events of this stored name are read by anybody here
     */
    InboxSession(
            Consumer<String, String> consumer,
            EventLog inbox,
            long head,
            InboxProgress progress,
            Map<String, List<VerifyingKey>> keys,
            DeadLetters deadLetters,
            Predicate<String> isRead,
            Counter received,
            Counter repeated) {
        this.consumer = consumer;
        this.inbox = inbox;
        this.head = head;
        this.progress = progress;
        this.keys = keys;
        this.deadLetters = deadLetters;
        this.isRead = isRead;
        this.received = received;
        this.repeated = repeated;
    }

    /**
     * Takes all partitions of all sources, each from where it was left.
     *
     * @throws IllegalStateException if partitions of a new topic are not named for some seconds
     */
    void begin() {
        List<TopicPartition> all = new ArrayList<>();
        for (SourceProgress source : progress.all()) {
            String topic = EventTopics.of(source.source());
            byTopic.put(topic, source);
            all.addAll(EventTopics.partitions(consumer, topic));
        }
        consumer.assign(all);
        deadLetters.load();
        for (TopicPartition one : all) consumer.seek(one, offset(one));
        for (SourceProgress source : progress.all()) if (!source.stopped().isEmpty()) pause(source);
    }

    private void pause(SourceProgress source) {
        String topic = EventTopics.of(source.source());
        consumer.pause(
                consumer.assignment().stream().filter(one -> one.topic().equals(topic)).toList());
    }

    /** Where it was left, or where something lies that could not be read. */
    private long offset(TopicPartition one) {
        long left = source(one.topic()).offset(one.partition());
        return Math.min(left, deadLetters.first(one.topic(), one.partition()).orElse(left));
    }

    private SourceProgress source(String topic) {
        SourceProgress source = byTopic.get(topic);
        if (source == null) throw new IllegalStateException("never asked for " + topic);
        return source;
    }

    /**
     * Waits for records and takes them.
     *
     * @return whether there were any
     * @throws org.zhengyou.log.ConflictingAppendException if another process appends, too
     */
    boolean poll() {
        ConsumerRecords<String, String> records = consumer.poll(WAIT);
        List<NewEvent> events = new ArrayList<>();
        Set<ConsumerRecord<String, String>> forged = new HashSet<>();
        for (ConsumerRecord<String, String> record : records) {
            if (isSigned(record)) check(record);
            else forged.add(record);
        }
        for (ConsumerRecord<String, String> record : records) {
            if (forged.contains(record)) {
                refuse(record);
                continue;
            }
            NewEvent event = take(record);
            if (event != null) events.add(event);
        }
        append(events);
        unsaved |= !records.isEmpty();
        if (unsaved && System.nanoTime() - savedAt > SAVE_NANOS) save();
        return !records.isEmpty();
    }

    private boolean isSigned(ConsumerRecord<String, String> record) {
        String source = source(record.topic()).source();
        List<VerifyingKey> known = keys.get(source);
        if (known == null) throw new IllegalStateException("no key of " + source);
        return RecordSignatures.isSigned(source, known, record);
    }

    /**
     * What its source has not signed is kept in sight and has no effect: it takes no position and
     * stops nothing.
     */
    private void refuse(ConsumerRecord<String, String> record) {
        SourceProgress source = source(record.topic());
        if (!source.stopped().isEmpty()) return;
        source.read(record.partition(), record.offset() + 1);
        deadLetters.keep(source.source(), record, "NOT_SIGNED_BY_SOURCE");
    }

    /**
     * Stops taking from a source whose log is not the one that it was: begun anew, or restored from
     * a copy that lacks what was received since.
     */
    private void check(ConsumerRecord<String, String> record) {
        SourceProgress source = source(record.topic());
        if (!source.stopped().isEmpty()) return;
        try {
            String log = CloudEvents.log(record);
            long position = CloudEvents.position(record);
            if (source.isOfAnotherLog(log)) stop(source, record, "ANOTHER_LOG " + log);
            else if (progress.contradicts(source, position, CloudEvents.leaf(record)))
                stop(source, record, "ANOTHER_HISTORY from position " + position + " or before");
        } catch (IllegalArgumentException e) {
            LOG.debug("kept as a dead letter when it is to be taken", e);
        }
    }

    private void stop(SourceProgress source, ConsumerRecord<String, String> record, String why) {
        LOG.error("nothing more is taken of {}: {}", source.source(), why);
        deadLetters.keep(source.source(), record, why);
        source.stop(why);
        pause(source);
        unsaved = true;
        save();
    }

    /**
     * The event for the inbox; null if it is there already or nobody reads it. What cannot be read
     * was not received: the watermark does not pass its position, and a well-formed record of that
     * position is taken when it comes.
     */
    private @Nullable NewEvent take(ConsumerRecord<String, String> record) {
        SourceProgress source = source(record.topic());
        check(record);
        if (!source.stopped().isEmpty()) return null;
        source.read(record.partition(), record.offset() + 1);
        long position;
        NewEvent event;
        try {
            position = CloudEvents.position(record);
            if (!source.isNew(position)) {
                repeated.increment();
                return null;
            }
            event = read(source, record);
            progress.received(source, position, CloudEvents.log(record), CloudEvents.leaf(record));
        } catch (IllegalArgumentException | ArithmeticException e) {
            deadLetters.keep(source.source(), record, e.getClass().getName());
            return null;
        }
        deadLetters.received(source.source(), position);
        return event;
    }

    private @Nullable NewEvent read(SourceProgress source, ConsumerRecord<String, String> record) {
        if (!isRead.test(CloudEvents.type(record))) return null;
        Received received = CloudEvents.read(record);
        if (!received.source().equals(source.source()))
            throw new IllegalArgumentException("of another source than its topic");
        NewEvent event = received.forInbox();
        if (event.payload().length() > NEVER_TOO_LARGE
                && Chain.size(event) > Limits.MOST_EVENT_BYTES)
            throw new IllegalArgumentException("larger than an inbox takes");
        return event;
    }

    private void append(List<NewEvent> events) {
        List<NewEvent> some = new ArrayList<>();
        long chars = 0;
        for (NewEvent event : events) {
            if (some.size() == MOST_EVENTS || chars + event.payload().length() > MOST_CHARS) {
                appendSome(some);
                some.clear();
                chars = 0;
            }
            some.add(event);
            chars += event.payload().length();
        }
        if (!some.isEmpty()) appendSome(some);
    }

    private void appendSome(List<NewEvent> events) {
        head = inbox.append(events, new Condition(Criteria.all(), head));
        received.increment(events.size());
    }

    /** Up to where the inbox contains what was received. */
    long head() {
        return head;
    }

    /** Writes down how far it has come, if it has come further. */
    void save() {
        if (!unsaved) return;
        progress.save(head);
        unsaved = false;
        savedAt = System.nanoTime();
    }
}
