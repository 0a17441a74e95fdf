package org.zhengyou.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.kit.projection.Eventually.eventually;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.embedded.kafka.EmbeddedKafka;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.projection.Node;
import org.zhengyou.kit.projection.letters.LetterEvent;
import org.zhengyou.kit.projection.letters.LetterId;
import org.zhengyou.kit.projection.letters.LetterService;
import org.zhengyou.kit.runtime.EventCodec;
import org.zhengyou.kit.runtime.EventNames;
import org.zhengyou.kit.runtime.Settings;
import org.zhengyou.kit.signing.KeyFolder;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Firsts;
import org.zhengyou.kit.view.View;
import org.zhengyou.log.StoredEvent;

/** Two services and a real broker: letters are written in one, the other listens. */
abstract class LettersByKafka {
    static final Instant THEN = Instant.parse("2010-06-15T00:00:00Z");

    @TempDir static Path kafkaFolder = Path.of("");
    @TempDir static Path keyFolder = Path.of("");
    static EmbeddedKafka kafka;

    @TempDir Path folder = Path.of("");
    private TestStore store;
    private MongoClient client;
    String readers;
    String letters;
    private static int test;

    /** A mark as the listening service reads it; it does not care who wrote the letter. */
    record LetterMarked(String letter, String mark) {}

    /** The marks of each letter. */
    static final class Marks extends View<Marks.Row, Marks.Shown> {
        record Row(Firsts<String> marks) {}

        record Shown(Set<String> marks) {}

        /** The view; its rows are empty. */
        Marks() {
            super("marks", Row.class, Shown.class, key -> new Row(Firsts.empty()));
        }

        @Override
        public void on(Fact<?> fact, Documents<Row> rows) {
            if (!(fact.event() instanceof LetterMarked e)) return;
            rows.update(e.letter(), row -> new Row(row.marks().with(e.mark(), fact.order())));
        }

        @Override
        public Shown answer(String key, Row row, Instant asOf) {
            return new Shown(row.marks().keys());
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
        for (String service : List.of(letters, readers, EventNames.ORGANIZATIONS)) {
            var _ = keys().own(service, true);
        }
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    /** The keys of both services, and of the one to which all listen. */
    static KeyFolder keys() {
        return new KeyFolder(keyFolder);
    }

    static Map<String, String> settings() {
        return Map.of(
                "ZHENGYOU_KAFKA_BOOTSTRAP",
                kafka.bootstrapServers(),
                "ZHENGYOU_KAFKA_CLIENT_FILE",
                kafka.clientFile().toString(),
                "ZHENGYOU_LOG_KEYS",
                keyFolder.toString(),
                "ZHENGYOU_REQUEST_LIMIT",
                "PT5S");
    }

    static KafkaCluster cluster() {
        return KafkaCluster.of(Settings.from(settings()::get)).orElseThrow();
    }

    Node writer() {
        Service service = Service.named(letters).decider(LetterService.decider()).build();
        return Node.start(store, folder, service, settings());
    }

    Node listener(Map<String, String> settings) {
        Service service =
                Service.named(readers)
                        .view(new Marks())
                        .listensTo(letters, LetterMarked.class)
                        .build();
        return Node.start(store, folder, service, settings);
    }

    static long mark(Node writer, int letter, int mark) {
        LetterId id = new LetterId("l" + letter);
        return writer.facts().happens(new LetterEvent.LetterMarked(id, "m" + mark), id, THEN);
    }

    /** Many marks, and letters written in between that nobody listens to. The last position. */
    static long marks(Node writer, int from, int to, Random random) {
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

    static void eventuallyKnown(Node listener, String source, long position) {
        eventually(
                source + ":" + position + " is known",
                () -> listener.part().await(source, position, Duration.ofMillis(200)));
    }

    MongoDatabase database(String service) {
        return client.getDatabase(service);
    }

    /** Every mark of the writer is in the inbox once, those of one letter in their order. */
    static void assertExactlyOnce(Node writer, Node listener) {
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
}
