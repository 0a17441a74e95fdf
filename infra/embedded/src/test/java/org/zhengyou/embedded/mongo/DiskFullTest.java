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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhengyou.log.AppendOutcomeUnknownException;
import org.zhengyou.log.Condition;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.LogOptions;
import org.zhengyou.log.LogUnavailableException;
import org.zhengyou.log.LogVerifier;
import org.zhengyou.log.Progress;
import org.zhengyou.log.VerifyReport;
import org.zhengyou.log.conformance.Samples;

/** A log on a small device that runs full. */
@Timeout(120)
class DiskFullTest {
    private static final String PAYLOAD = "\"" + "x".repeat(50_000) + "\"";
    private static final long NO_RESERVE = Long.MIN_VALUE / 2;
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

    @ParameterizedTest
    @EnumSource
    void a_full_device_is_named_nothing_is_lost_and_it_goes_on_when_there_is_space(
            Durability durability) {
        try (EmbeddedMongo server = start(durability, Space.RESERVE);
                MongoClient client = MongoClients.create(server.connectionString());
                EventLog log = EventLog.open(collection(client), OPTIONS)) {
            long before = append(log, 3);
            fill();
            assertThatThrownBy(() -> append(log, 1))
                    .isInstanceOf(LogUnavailableException.class)
                    .rootCause()
                    .hasMessageContaining("space");
            assertThat(log.head()).isEqualTo(before);
            assertThat(stored(client)).isEqualTo(before);
            free();
            assertThat(append(log, 2)).isEqualTo(before + 2);
            assertThat(stored(client)).isEqualTo(before + 2);
        }
    }

    /** Without the reserve, writing fails in the middle: then the file is opened anew. */
    @ParameterizedTest
    @EnumSource
    void even_if_writing_fails_nothing_acknowledged_is_lost_and_it_goes_on(Durability durability) {
        try (EmbeddedMongo server = start(durability, NO_RESERVE);
                MongoClient client = MongoClients.create(server.connectionString());
                EventLog log = EventLog.open(collection(client), OPTIONS)) {
            append(log, 3);
            fill();
            long acknowledged = appendUntilItFails(log);
            free();
            long next = appendWhenPossible(log);
            assertThat(next).isGreaterThan(acknowledged);
            assertThat(stored(client)).isEqualTo(next);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_server_that_is_started_again_on_a_full_device_has_everything(Durability durability) {
        long before = appendedBeforeItWasFull(durability, Space.RESERVE);
        try (EmbeddedMongo server = start(durability, Space.RESERVE);
                MongoClient client = MongoClients.create(server.connectionString());
                EventLog log = EventLog.open(collection(client), OPTIONS)) {
            assertThat(stored(client)).isEqualTo(before);
            assertThatThrownBy(() -> append(log, 1)).isInstanceOf(LogUnavailableException.class);
            free();
            assertThat(append(log, 1)).isEqualTo(before + 1);
        }
        assertGoesOn(durability, before + 1);
    }

    @ParameterizedTest
    @EnumSource
    void even_after_writing_failed_a_server_started_again_has_everything(Durability durability) {
        long before = appendedBeforeItWasFull(durability, NO_RESERVE);
        try (EmbeddedMongo server = start(durability, Space.RESERVE);
                MongoClient client = MongoClients.create(server.connectionString())) {
            assertThat(stored(client)).isGreaterThanOrEqualTo(before);
        }
        free();
        try (EmbeddedMongo server = start(durability, Space.RESERVE);
                MongoClient client = MongoClients.create(server.connectionString())) {
            before = stored(client);
        }
        assertGoesOn(durability, before);
    }

    /** The last position that was acknowledged; the device is full and the server is stopped. */
    private long appendedBeforeItWasFull(Durability durability, long reserve) {
        try (EmbeddedMongo server = start(durability, reserve);
                MongoClient client = MongoClients.create(server.connectionString());
                EventLog log = EventLog.open(collection(client), OPTIONS)) {
            long before = append(log, 3);
            fill();
            return Math.max(before, appendUntilItFails(log));
        }
    }

    private void assertGoesOn(Durability durability, long before) {
        try (EmbeddedMongo server = start(durability, Space.RESERVE);
                MongoClient client = MongoClients.create(server.connectionString());
                EventLog log = EventLog.open(collection(client), OPTIONS)) {
            assertThat(stored(client)).isEqualTo(before);
            assertThat(append(log, 1)).isEqualTo(before + 1);
        }
    }

    private EmbeddedMongo start(Durability durability, long reserve) {
        Storage.Place place =
                new Storage.Place(device.resolve("data"), false, reserve, Journal.LIMIT);
        return EmbeddedMongo.start(place, 0, durability);
    }

    /** What is in the store, whatever the log that wrote it believes. */
    private static long stored(MongoClient client) {
        VerifyReport report = LogVerifier.verify(collection(client), Progress.none());
        assertThat(report.intact()).as("%s", report).isTrue();
        assertThat(collection(client).find()).hasSize((int) report.events());
        return report.events();
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

    private Path filler() {
        return device.resolve("filler");
    }

    private void fill() {
        byte[] block = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(filler())) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(filler()).isNotEmptyFile();
        }
    }

    private void free() {
        try {
            Files.delete(filler());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
