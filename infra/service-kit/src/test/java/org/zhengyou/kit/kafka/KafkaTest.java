package org.zhengyou.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.projection.Eventually.eventually;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.embedded.kafka.EmbeddedKafka;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.projection.Node;
import org.zhengyou.kit.projection.letters.LetterEvent;
import org.zhengyou.kit.projection.letters.LetterId;
import org.zhengyou.kit.projection.letters.LetterService;
import org.zhengyou.kit.runtime.EventCodec;
import org.zhengyou.kit.runtime.RunningService;
import org.zhengyou.kit.streaming.Lease;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.View;
import org.zhengyou.log.StoredEvent;

/** Two services and a real broker: letters are written in one, the other listens. */
class KafkaTest {
    private static final Instant THEN = Instant.parse("2010-06-15T00:00:00Z");

    @TempDir static Path kafkaFolder = Path.of("");
    private static EmbeddedKafka kafka;

    @TempDir Path folder = Path.of("");
    private TestStore store;
    private MongoClient client;
    private String readers;
    private String letters;
    private static int test;

    /** A mark as the listening service reads it; it does not care who wrote the letter. */
    record LetterMarked(String letter, String mark) {}

    /** The marks of each letter. */
    static final class Marks implements View<Marks.Row> {
        record Row(SortedSet<String> marks) {}

        @Override
        public String name() {
            return "marks";
        }

        @Override
        public Class<Row> row() {
            return Row.class;
        }

        @Override
        public Row empty(String key) {
            return new Row(new TreeSet<>());
        }

        @Override
        public void on(Fact<?> fact, Documents<Row> rows) {
            if (!(fact.event() instanceof LetterMarked e)) return;
            rows.update(
                    e.letter(),
                    row -> {
                        var marks = new TreeSet<>(row.marks());
                        marks.add(e.mark());
                        return new Row(marks);
                    });
        }
    }

    @BeforeAll
    static void startKafka() {
        kafka = EmbeddedKafka.start(kafkaFolder, 0, 0);
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    @BeforeEach
    void open() {
        store = new TestStore(folder);
        client = MongoClients.create(store.uri());
        test++;
        letters = "letters" + (char) ('a' + test);
        readers = "readers" + (char) ('a' + test);
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    private Map<String, String> settings() {
        return Map.of(
                "ZHENGYOU_KAFKA_BOOTSTRAP",
                kafka.bootstrapServers(),
                "ZHENGYOU_REQUEST_LIMIT",
                "PT5S");
    }

    private Node writer() {
        Service service = Service.named(letters).decider(LetterService.decider()).build();
        return Node.start(store, folder, service, settings());
    }

    private Node listener(Map<String, String> settings) {
        Service service =
                Service.named(readers)
                        .view(new Marks())
                        .listensTo(letters, LetterMarked.class)
                        .build();
        return Node.start(store, folder, service, settings);
    }

    private static long mark(Node writer, int letter, int mark) {
        LetterId id = new LetterId("l" + letter);
        return writer.facts().happens(new LetterEvent.LetterMarked(id, "m" + mark), id, THEN);
    }

    /** Many marks, and letters written in between that nobody listens to. The last position. */
    private static long marks(Node writer, int from, int to, Random random) {
        long position = 0;
        for (int i = from; i < to; i++) {
            int letter = random.nextInt(40);
            position = mark(writer, letter, i);
            if (random.nextInt(3) != 0) continue;
            LetterId id = new LetterId("l" + letter);
            position =
                    writer.facts().happens(new LetterEvent.LetterWritten(id, "x", "y"), id, THEN);
        }
        return position;
    }

    private static void eventuallyKnown(Node listener, String source, long position) {
        eventually(
                source + ":" + position + " is known",
                () -> listener.part().await(source, position, Duration.ofMillis(200)));
    }

    private MongoDatabase database(String service) {
        return client.getDatabase(service);
    }

    /** Every mark of the writer is in the inbox once, those of one letter in their order. */
    private static void assertExactlyOnce(Node writer, Node listener) {
        Set<Long> expected = new HashSet<>();
        for (StoredEvent event : writer.runtime().log().page(0, Integer.MAX_VALUE))
            if (event.type().endsWith("LetterMarked")) expected.add(event.position());
        List<Long> learnt = new ArrayList<>();
        Map<Set<String>, Long> last = new HashMap<>();
        for (StoredEvent event : listener.runtime().inbox().page(0, Integer.MAX_VALUE)) {
            long position = Long.parseLong(event.metadata().get(EventCodec.SOURCE_POSITION));
            learnt.add(position);
            Long before = last.put(event.tags(), position);
            assertThat(position).isGreaterThan(before == null ? 0 : before);
        }
        assertThat(learnt).doesNotHaveDuplicates();
        assertThat(new HashSet<>(learnt)).isEqualTo(expected);
    }

    @Test
    void what_happens_in_one_service_is_learnt_by_another_once_and_in_order() {
        try (Node writer = writer();
                Node listener = listener(settings())) {
            long position = marks(writer, 0, 500, new Random(1));
            eventuallyKnown(listener, letters, position);
            assertExactlyOnce(writer, listener);
            Marks.Row row = listener.part().look(Marks.class, "l1");
            assertThat(row.marks()).isNotEmpty();
            StoredEvent learnt = listener.runtime().inbox().page(0, 1).getFirst();
            assertThat(learnt.effectiveAt()).isEqualTo(THEN);
            assertThat(learnt.metadata()).containsEntry("actor", "somebody");
        }
    }

    @Test
    void the_watermark_covers_events_nobody_listens_to() {
        try (Node writer = writer();
                Node listener = listener(settings())) {
            LetterId id = new LetterId("a");
            long position =
                    writer.facts().happens(new LetterEvent.LetterWritten(id, "x", "y"), id, THEN);
            eventuallyKnown(listener, letters, position);
            assertThat(listener.runtime().inbox().head()).isZero();
            assertThat(listener.part().await(letters, position + 1, Duration.ofMillis(50)))
                    .isFalse();
        }
    }

    @Test
    void events_published_again_are_learnt_once() {
        Random random = new Random(2);
        try (Node listener = listener(settings())) {
            for (int round = 0; round < 3; round++) {
                try (Node writer = writer()) {
                    long position = marks(writer, round * 50, round * 50 + 50, random);
                    eventuallyKnown(listener, letters, position);
                }
                // As after a crash before the token of the publisher was stored.
                database(letters)
                        .getCollection("tokens")
                        .updateOne(
                                Filters.eq("_id", "publish/0"),
                                Updates.set("token.position", (long) random.nextInt(20)));
            }
            try (Node writer = writer()) {
                long position = mark(writer, 0, 1_000);
                eventuallyKnown(listener, letters, position);
                assertExactlyOnce(writer, listener);
            }
        }
    }

    @Test
    void a_crash_between_inbox_and_progress_neither_loses_nor_doubles() {
        Random random = new Random(3);
        try (Node writer = writer()) {
            List<List<Document>> remembered = new ArrayList<>();
            long position = 0;
            for (int round = 0; round < 8; round++) {
                try (Node listener = listener(settings())) {
                    position = marks(writer, round * 60, round * 60 + 60, random);
                    if (random.nextBoolean()) eventuallyKnown(listener, letters, position);
                    else eventually("some are learnt", () -> listener.runtime().inbox().head() > 0);
                }
                remembered.add(progress().find().into(new ArrayList<>()));
                forget(remembered.get(random.nextInt(remembered.size())), random);
            }
            try (Node listener = listener(settings())) {
                eventuallyKnown(listener, letters, position);
                assertExactlyOnce(writer, listener);
            }
        }
    }

    private MongoCollection<Document> progress() {
        return database(readers).getCollection("inbox_progress");
    }

    /** What was written down last is lost: something older, or nothing, is what is left. */
    private void forget(List<Document> older, Random random) {
        progress().deleteMany(Filters.empty());
        if (random.nextInt(3) == 0) return;
        for (Document one : older)
            progress()
                    .replaceOne(
                            Filters.eq("_id", one.get("_id")),
                            one,
                            new ReplaceOptions().upsert(true));
    }

    @Test
    void without_looking_for_repeated_events_the_check_would_fail() {
        try (Node writer = writer();
                Node listener = listener(Map.of())) {
            long position = marks(writer, 0, 50, new Random(4));
            try (Reading reading = new Reading(listener, "forgetful", Forgetful::new)) {
                eventually("learnt", () -> reading.reader.of(letters).position() >= position);
            }
        }
        database(letters)
                .getCollection("tokens")
                .updateOne(Filters.eq("_id", "publish/0"), Updates.set("token.position", 0L));
        progress().deleteMany(Filters.empty());
        try (Node writer = writer();
                Node listener = listener(Map.of());
                Reading reading = new Reading(listener, "forgetful", Forgetful::new)) {
            long position = mark(writer, 0, 100);
            eventually("learnt", () -> reading.reader.of(letters).position() >= position);
            List<String> ids = new ArrayList<>();
            for (StoredEvent event : listener.runtime().inbox().page(0, Integer.MAX_VALUE))
                ids.add(event.id());
            assertThat(new HashSet<>(ids)).hasSizeLessThan(ids.size());
        }
    }

    /** A seeded defect: takes every event for new. */
    private static final class Forgetful extends SourceProgress {
        Forgetful(String source) {
            super(source);
        }

        @Override
        boolean isNew(long position) {
            return true;
        }
    }

    /** A reader of its own, beside the part of the service. */
    private static final class Reading implements AutoCloseable {
        private final Lease lease;
        private final InboxReader reader;

        Reading(Node node, String leaseName, Function<String, SourceProgress> fresh) {
            Counter counter = new SimpleMeterRegistry().counter("any");
            lease = new Lease(node.runtime().tokens(), leaseName, RunningService.LEASE);
            lease.start();
            reader =
                    new InboxReader(
                            node.runtime(),
                            kafka.bootstrapServers(),
                            lease,
                            fresh,
                            counter,
                            counter);
            reader.start();
        }

        @Override
        public void close() {
            reader.stop();
            lease.stop();
            try {
                reader.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void two_readers_that_both_think_they_are_the_one_do_not_double_anything() {
        try (Node writer = writer();
                Node listener = listener(Map.of());
                Node other = listener(Map.of());
                Reading one = new Reading(listener, "one", SourceProgress::new);
                Reading two = new Reading(other, "two", SourceProgress::new)) {
            long position = marks(writer, 0, 600, new Random(5));
            eventually("one has all", () -> one.reader.of(letters).position() >= position);
            eventually("two has all", () -> two.reader.of(letters).position() >= position);
            assertExactlyOnce(writer, listener);
        }
    }

    @Test
    void while_kafka_is_away_things_go_on_and_afterwards_all_is_learnt() {
        try (Node writer = writer();
                Node listener = listener(settings())) {
            eventuallyKnown(listener, letters, marks(writer, 0, 20, new Random(6)));
            kafka.close();
            long position = marks(writer, 20, 60, new Random(7));
            writer.facts().areSeen();
            kafka = EmbeddedKafka.start(kafkaFolder, 0, 0);
            eventuallyKnown(listener, letters, position);
            assertExactlyOnce(writer, listener);
        }
    }

    @Test
    void another_process_goes_on_learning_when_the_first_one_stops() {
        try (Node writer = writer()) {
            Node first = listener(settings());
            try (Node second = listener(settings())) {
                long position = marks(writer, 0, 50, new Random(8));
                eventuallyKnown(first, letters, position);
                eventuallyKnown(second, letters, position);
                first.close();
                eventuallyKnown(second, letters, marks(writer, 50, 100, new Random(9)));
                assertExactlyOnce(writer, second);
            }
        }
    }
}
