package org.zhengyou.embedded.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.log.AppendOutcomeUnknownException;
import org.zhengyou.log.Condition;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.LogOptions;
import org.zhengyou.log.LogUnavailableException;
import org.zhengyou.log.LogVerifier;
import org.zhengyou.log.Progress;
import org.zhengyou.log.conformance.Samples;

/** A log on a small device that runs full. */
@Timeout(120)
class DiskFullTest {
    private static final String PAYLOAD = "\"" + "x".repeat(50_000) + "\"";
    private static final LogOptions OPTIONS = LogOptions.defaults().within(Duration.ofSeconds(1));

    @TempDir Path device = Path.of("");

    @BeforeEach
    void mount() throws Exception {
        int failed = run("mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", device.toString());
        Assumptions.assumeTrue(failed == 0, "no small device can be mounted here (needs root)");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", device.toString());
    }

    private static int run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return builder.start().waitFor();
    }

    @Test
    void a_full_device_is_named_nothing_is_lost_and_it_goes_on_when_there_is_space() {
        try (EmbeddedMongo server = start(Space.RESERVE);
                MongoClient client = MongoClients.create(server.connectionString());
                EventLog log = EventLog.open(collection(client), OPTIONS)) {
            long before = append(log, 3);
            fill(device.resolve("filler"));
            assertThatThrownBy(() -> append(log, 1))
                    .isInstanceOf(LogUnavailableException.class)
                    .rootCause()
                    .hasMessageContaining("space");
            assertThat(log.head()).isEqualTo(before);
            assertThat(log.page(0, 100)).hasSize((int) before);
            free(device.resolve("filler"));
            assertThat(append(log, 2)).isEqualTo(before + 2);
            assertThat(LogVerifier.verify(collection(client), Progress.none()).intact()).isTrue();
        }
    }

    /** Without the reserve, writing fails in the middle: then the file is opened anew. */
    @Test
    void even_if_writing_fails_nothing_acknowledged_is_lost_and_it_goes_on() {
        try (EmbeddedMongo server = start(Long.MIN_VALUE / 2);
                MongoClient client = MongoClients.create(server.connectionString());
                EventLog log = EventLog.open(collection(client), OPTIONS)) {
            append(log, 3);
            fill(device.resolve("filler"));
            long acknowledged = appendUntilItFails(log);
            free(device.resolve("filler"));
            long next = appendWhenPossible(log);
            assertThat(next).isGreaterThan(acknowledged);
            assertThat(log.page(0, 1_000)).hasSize((int) next);
            assertThat(LogVerifier.verify(collection(client), Progress.none()).intact()).isTrue();
        }
    }

    private EmbeddedMongo start(long reserve) {
        Storage.Place place =
                new Storage.Place(device.resolve("data"), false, reserve, Journal.LIMIT);
        return EmbeddedMongo.start(place, 0, Durability.COMMIT);
    }

    private static MongoCollection<Document> collection(MongoClient client) {
        return client.getDatabase("full").getCollection("log");
    }

    private static long append(EventLog log, int times) {
        long position = 0;
        for (int i = 0; i < times; i++) {
            position = log.append(List.of(Samples.event(PAYLOAD)), Condition.none());
        }
        return position;
    }

    private static long appendUntilItFails(EventLog log) {
        long acknowledged = 0;
        try {
            while (true) {
                acknowledged = append(log, 1);
            }
        } catch (AppendOutcomeUnknownException | LogUnavailableException full) {
            return acknowledged;
        }
    }

    private static long appendWhenPossible(EventLog log) {
        while (true) {
            try {
                return append(log, 1);
            } catch (AppendOutcomeUnknownException | LogUnavailableException notYet) {
                assertThat(notYet).isNotNull();
            }
        }
    }

    private static void fill(Path filler) {
        byte[] block = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(filler).isNotEmptyFile();
        }
    }

    private static void free(Path filler) {
        try {
            Files.delete(filler);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
