package org.zhengyou.kit.projection;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.runtime.RunningService;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.kit.runtime.Settings;

/** One process of a service, started in this one. */
public final class Node implements AutoCloseable {
    private final MongoClient client;
    private final RunningService running;
    private final LivePart part;

    private Node(MongoClient client, RunningService running) {
        this.client = client;
        this.running = running;
        this.part = (LivePart) running.parts().getFirst();
    }

    /** Starts the service without Kafka. */
    public static Node start(TestStore store, Path folder, Service service) {
        return start(store, folder, service, Map.of());
    }

    /** Starts the service with these settings, named as in {@link Settings}. */
    public static Node start(
            TestStore store, Path folder, Service service, Map<String, String> more) {
        return start(store, folder, service, more, Clock.systemUTC());
    }

    /** Starts the service with a clock of the test's. */
    public static Node start(TestStore store, Path folder, Service service, Clock clock) {
        return start(store, folder, service, Map.of(), clock);
    }

    private static Node start(
            TestStore store, Path folder, Service service, Map<String, String> more, Clock clock) {
        Function<String, @Nullable String> property =
                name ->
                        switch (name) {
                            case "ZHENGYOU_MASTER_KEY_FILE" ->
                                    folder.resolve("master.key").toString();
                            default -> more.get(name);
                        };
        MongoClient client = MongoClients.create(store.uri());
        return new Node(
                client,
                RunningService.start(
                        service,
                        Settings.from(property),
                        client,
                        new SimpleMeterRegistry(),
                        List.of(LivePart::new),
                        clock));
    }

    /** The running service. */
    public ServiceRuntime runtime() {
        return running;
    }

    /** Its live part. */
    public LivePart part() {
        return part;
    }

    /** Its facts. */
    public Facts facts() {
        return new Facts(running);
    }

    @Override
    public void close() {
        running.close();
        client.close();
    }
}
