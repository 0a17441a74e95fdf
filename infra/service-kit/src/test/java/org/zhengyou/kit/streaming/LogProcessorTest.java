package org.zhengyou.kit.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.projection.Eventually.eventually;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.host.TestProxy;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.log.Condition;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.LogOptions;
import org.zhengyou.log.NewEvent;
import org.zhengyou.log.StoredEvent;
import org.zhengyou.log.axon.LogTokenStore;

class LogProcessorTest {
    private static final Duration LEASE = Duration.ofSeconds(2);

    @TempDir Path folder = Path.of("");
    private final List<Long> handled = Collections.synchronizedList(new ArrayList<>());
    private TestStore store;
    private MongoClient client;
    private MongoDatabase database;
    private EventLog log;

    @BeforeEach
    void open() {
        store = new TestStore(folder);
        client = MongoClients.create(store.uri());
        database = client.getDatabase("streaming");
        log = EventLog.open(database.getCollection("log"), LogOptions.defaults());
    }

    @AfterEach
    void close() {
        log.close();
        client.close();
        store.close();
    }

    private void append(int events) {
        for (int i = 0; i < events; i++)
            log.append(
                    List.of(
                            new NewEvent(
                                    UUID.randomUUID().toString(),
                                    "test.Happened",
                                    "1",
                                    Instant.EPOCH,
                                    Set.of(),
                                    Map.of(),
                                    "{}")),
                    Condition.none());
    }

    /** One process: its lease and its processor. */
    private final class Worker implements AutoCloseable {
        private final Lease lease;
        private final LogProcessor processor;

        Worker(String node, BatchHandler handler) {
            this(node, database, handler);
        }

        /** One that reaches its tokens in another way. */
        Worker(String node, MongoDatabase reached, BatchHandler handler) {
            LogTokenStore tokens =
                    new LogTokenStore(
                            reached.getCollection("tokens"), node, LEASE, Clock.systemUTC());
            lease = new Lease(tokens, "worker", LEASE);
            processor = new LogProcessor("test", log, tokens, lease, Pace.PROMPT, handler);
            lease.start();
            processor.start();
        }

        @Override
        public void close() {
            processor.stop().orTimeout(5, TimeUnit.SECONDS).join();
            lease.stop();
        }
    }

    private void take(List<StoredEvent> events) {
        events.forEach(event -> handled.add(event.position()));
    }

    private void eventuallyHandled(long upTo) {
        eventually(
                "all events up to " + upTo + " are handled",
                () -> new TreeSet<>(List.copyOf(handled)).equals(positions(upTo)));
    }

    private static Set<Long> positions(long upTo) {
        Set<Long> all = new TreeSet<>();
        LongStream.rangeClosed(1, upTo).forEach(all::add);
        return all;
    }

    @Test
    void events_come_once_in_order_without_a_gap() {
        append(30);
        try (Worker process = new Worker("one", this::take)) {
            append(100);
            eventuallyHandled(130);
            assertThat(handled).isSorted().doesNotHaveDuplicates();
            assertThat(process.processor.position()).isEqualTo(130);
            assertThat(process.processor.lag()).isZero();
        }
    }

    @Test
    void a_processor_goes_on_where_it_was_stopped() {
        append(50);
        try (Worker process = new Worker("one", this::take)) {
            eventuallyHandled(50);
            assertThat(process.processor.isWorking()).isTrue();
        }
        append(50);
        try (Worker process = new Worker("one", this::take)) {
            eventuallyHandled(100);
            assertThat(handled).doesNotHaveDuplicates();
            assertThat(process.processor.isWorking()).isTrue();
        }
    }

    @Test
    void a_batch_that_failed_comes_again_and_nothing_overtakes_it() {
        AtomicInteger failures = new AtomicInteger();
        BatchHandler failing =
                events -> {
                    if (failures.getAndIncrement() < 2) throw new IllegalStateException("not yet");
                    take(events);
                };
        append(10);
        try (Worker process = new Worker("one", failing)) {
            eventuallyHandled(10);
            append(10);
            eventuallyHandled(20);
            assertThat(handled).isSorted().doesNotHaveDuplicates();
            assertThat(failures).hasValueGreaterThan(2);
            assertThat(process.processor.isWorking()).isTrue();
        }
    }

    /** Axon 5.0.1 would wait for ever after an Error: issue 4697. */
    @Test
    void an_error_is_a_failure_like_others() {
        AtomicInteger failures = new AtomicInteger();
        BatchHandler failing =
                events -> {
                    if (failures.getAndIncrement() < 1) throw new StackOverflowError("not yet");
                    take(events);
                };
        append(5);
        try (Worker process = new Worker("one", failing)) {
            eventuallyHandled(5);
            assertThat(process.processor.position()).isEqualTo(5);
        }
    }

    @Test
    void of_two_processes_one_works() {
        try (Worker one = new Worker("one", this::take);
                Worker two = new Worker("two", this::take)) {
            append(100);
            eventuallyHandled(100);
            assertThat(handled).doesNotHaveDuplicates();
            assertThat(one.processor.isWorking()).isTrue();
            assertThat(two.processor.isWorking()).isFalse();
            assertThat(two.processor.lag()).isNaN();
        }
    }

    @Test
    void another_process_takes_over_from_one_that_stopped_and_from_one_that_died() {
        Worker one = new Worker("one", this::take);
        try (Worker two = new Worker("two", this::take)) {
            append(20);
            eventuallyHandled(20);
            one.close();
            append(20);
            eventuallyHandled(40);
            assertThat(two.processor.isWorking()).isTrue();
            assertThat(handled).doesNotHaveDuplicates();
            // What is left of a process that dies: a lease and a token that nobody renews.
            die(two);
            try (Worker three = new Worker("three", this::take)) {
                append(20);
                eventuallyHandled(60);
                assertThat(three.processor.isWorking()).isTrue();
            }
        }
    }

    private void die(Worker process) {
        process.lease.stop();
        long later = System.currentTimeMillis() + LEASE.toMillis();
        for (String id : List.of("worker/0", "test/0"))
            database.getCollection("tokens")
                    .updateOne(
                            new Document("_id", id),
                            new Document(
                                    "$set", new Document("owner", "dead").append("until", later)));
    }

    @Test
    void a_processor_goes_on_though_it_could_not_write_down_where_it_failed() {
        AtomicInteger calls = new AtomicInteger();
        append(1);
        try (TestProxy network = new TestProxy(store.uri());
                MongoClient impatient =
                        MongoClients.create(network.uri() + "&serverSelectionTimeoutMS=200")) {
            BatchHandler failing =
                    events -> {
                        if (calls.incrementAndGet() == 3) {
                            network.cut();
                            throw new IllegalStateException("not now");
                        }
                        take(events);
                        if (calls.get() == 2) append(1);
                    };
            try (Worker process = new Worker("one", impatient.getDatabase("streaming"), failing)) {
                eventuallyHandled(1);
                append(1);
                eventually("it has failed", () -> calls.get() == 3);
                long later = System.nanoTime() + LEASE.toNanos() / 2;
                eventually("its claim was to be given back", () -> System.nanoTime() > later);
                network.heal();
                eventuallyHandled(3);
                assertThat(process.processor.position()).isEqualTo(3);
            }
        }
    }

    /** What fails is only the token, and it can be written a moment later: nothing comes again. */
    @Test
    void a_processor_goes_on_though_it_could_not_write_down_at_once_what_it_had_handled() {
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch gate = new CountDownLatch(1);
        BatchHandler handler =
                events -> {
                    take(events);
                    if (calls.incrementAndGet() != 2) return;
                    var _ =
                            SharedThreads.coordinator()
                                    .submit(() -> gate.await(5, TimeUnit.SECONDS));
                    giveTokenTo("somebody");
                };
        append(1);
        try (Worker process = new Worker("one", handler)) {
            eventuallyHandled(1);
            eventuallyLaterBy(ClaimedTokens.LAZY_MILLIS * 2);
            append(1);
            eventuallyHandled(2);
            eventuallyLaterBy(ClaimedTokens.LAZY_MILLIS * 2);
            giveTokenTo("one");
            gate.countDown();
            append(1);
            eventuallyHandled(3);
            assertThat(handled).doesNotHaveDuplicates();
            assertThat(process.processor.isWorking()).isTrue();
        }
    }

    private void giveTokenTo(String node) {
        long later = System.currentTimeMillis() + LEASE.toMillis() * 10;
        database.getCollection("tokens")
                .updateOne(
                        new Document("_id", "test/0"),
                        new Document("$set", new Document("owner", node).append("until", later)));
    }

    private static void eventuallyLaterBy(long millis) {
        long later = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        eventually("some time has passed", () -> System.nanoTime() > later);
    }

    @Test
    void a_handler_that_takes_long_keeps_its_lease_and_then_gets_all_that_came_meanwhile() {
        CountDownLatch gate = new CountDownLatch(1);
        List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
        BatchHandler slow =
                events -> {
                    gate.await();
                    sizes.add(events.size());
                    take(events);
                };
        append(1);
        try (Worker process = new Worker("one", slow)) {
            eventually("it has begun", process.processor::isWorking);
            append(200);
            long renewals = System.nanoTime() + LEASE.toNanos() * 3 / 2;
            eventually("the lease was renewed", () -> System.nanoTime() > renewals);
            assertThat(process.processor.isWorking()).isTrue();
            gate.countDown();
            eventuallyHandled(201);
            assertThat(sizes.size()).isLessThan(10);
        }
    }
}
