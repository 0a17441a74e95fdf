package org.zhengyou.kit.projection;

import static org.zhengyou.kit.projection.Eventually.eventually;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.inmemory.InMemoryTokenStore;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.streaming.Lease;

class SeenTest {
    private static final Duration LENGTH = Duration.ofSeconds(5);

    @TempDir Path folder = Path.of("");

    /** Other processes wait for it, and nothing need ever follow it. */
    @Test
    void a_position_that_could_not_be_written_down_is_written_down_later() {
        try (TestStore store = new TestStore(folder);
                MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> stored = client.getDatabase("a").getCollection("seen");
            Lease lease = new Lease(new InMemoryTokenStore(), "worker", LENGTH);
            lease.start();
            Seen seen = new Seen(awayAtFirst(stored), lease);
            seen.restore(lease.epoch());
            advance(seen, 28);
            advance(seen, 29);
            Seen other = new Seen(stored, new Lease(new InMemoryTokenStore(), "other", LENGTH));
            eventually("another process sees it", () -> other.now().log() == 29);
            lease.stop();
        }
    }

    /** Who brings the facts, and is told at once, brings them again. */
    private static void advance(Seen seen, long position) {
        try {
            seen.advance(Origin.LOG, position);
        } catch (MongoTimeoutException away) {
            advance(seen, position);
        }
    }

    /** A collection whose server does not answer the first two changes. */
    @SuppressWarnings("unchecked") // a proxy of that interface
    private static MongoCollection<Document> awayAtFirst(MongoCollection<Document> stored) {
        AtomicInteger changes = new AtomicInteger();
        return (MongoCollection<Document>)
                Proxy.newProxyInstance(
                        SeenTest.class.getClassLoader(),
                        new Class<?>[] {MongoCollection.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("updateOne")
                                    && changes.incrementAndGet() <= 2)
                                throw new MongoTimeoutException("away");
                            try {
                                return method.invoke(stored, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
