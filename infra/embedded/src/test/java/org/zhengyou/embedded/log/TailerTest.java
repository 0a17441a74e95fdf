package org.zhengyou.embedded.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.embedded.mongo.Durability;
import org.zhengyou.embedded.mongo.EmbeddedMongo;
import org.zhengyou.log.Condition;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.NewEvent;
import org.zhengyou.log.conformance.Samples;

/**
 * The reader of the torture says what is wrong with what it was shown, and is not easily pleased.
 */
@Timeout(60)
class TailerTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final EmbeddedMongo server;
    private final MongoClient client;
    private final List<String> ids = new ArrayList<>();

    TailerTest(@TempDir Path folder) {
        server = EmbeddedMongo.start(folder, 0, Durability.COMMIT);
        client = MongoClients.create(server.connectionString());
    }

    @BeforeEach
    void four_transactions() {
        try (EventLog log = AppenderProcess.open(client)) {
            for (int i = 0; i < 4; i++) {
                List<NewEvent> events = Samples.events(2);
                events.forEach(event -> ids.add(event.id()));
                log.append(events, Condition.none());
            }
        }
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private List<String> faults(Duration patience) {
        try (Tailer tailer = new Tailer(server.connectionString(), patience)) {
            return tailer.faults(ids);
        }
    }

    @Test
    void who_was_shown_everything_has_nothing_to_say() {
        assertThat(faults(LONG)).isEmpty();
    }

    @Test
    void who_was_not_shown_everything_says_so() {
        ids.add("one more");
        assertThat(faults(Duration.ofMillis(10)))
                .singleElement()
                .asString()
                .endsWith("of 9 events");
    }

    @Test
    void who_was_shown_something_else_says_so() {
        ids.set(5, "another");
        assertThat(faults(LONG)).containsExactly("a reader was shown something else");
    }

    @Test
    void whose_reading_failed_says_so() {
        client.getDatabase("torture").getCollection("log").deleteOne(Filters.eq("_id", 3L));
        assertThat(faults(LONG)).anyMatch(fault -> fault.startsWith("a reader failed: "));
    }
}
