package org.zhengyou.embedded.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.embedded.ChildJvm;
import org.zhengyou.embedded.mongo.Durability;
import org.zhengyou.embedded.mongo.EmbeddedMongo;
import org.zhengyou.log.Condition;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.conformance.Samples;

/** A log need not fit into memory to be verified. */
@Timeout(120)
class VerifierMemoryTest {
    private static final int EVENTS = 5_600;
    private static final int BYTES = 50_000;
    private static final int HEAP_MB = 128;

    @TempDir Path folder = Path.of("");

    @Test
    void a_log_of_twice_the_memory_is_verified() {
        try (EmbeddedMongo server = EmbeddedMongo.start(folder, 0, Durability.COMMIT);
                MongoClient client = MongoClients.create(server.connectionString())) {
            var collection = client.getDatabase("large").getCollection("log");
            String payload = "\"" + "x".repeat(BYTES) + "\"";
            try (EventLog log = EventLog.open(collection, Samples.alone().window(10, 1 << 20))) {
                for (int i = 0; i < EVENTS; i++) {
                    log.append(List.of(Samples.event(payload)), Condition.none());
                }
            }
            String uri = server.connectionString();
            try (ChildJvm child =
                    ChildJvm.start(HEAP_MB, VerifierProcess.class, uri, "large", "log")) {
                assertThat(child.answer("verified")).isEqualTo(EVENTS + " true");
            }
        }
    }
}
