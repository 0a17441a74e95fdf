package org.zhengyou.kit.host;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.runtime.Part;
import org.zhengyou.kit.runtime.PartFactory;
import org.zhengyou.kit.runtime.RunningService;
import org.zhengyou.kit.runtime.Settings;

/** All services of this process on one connection to MongoDB. Started and stopped side by side. */
final class Services implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Services.class);

    private final MongoClient client;
    private final List<RunningService> running;

    private Services(MongoClient client, List<RunningService> running) {
        this.client = client;
        this.running = running;
    }

    /** Starts all; if one fails, stops the others and throws what that one threw. */
    static Services start(
            List<Service> services,
            Settings settings,
            MeterRegistry meters,
            List<PartFactory> parts) {
        MongoClient client = StoreConnection.open(settings);
        List<Callable<RunningService>> starts = new ArrayList<>();
        for (Service service : services)
            starts.add(() -> RunningService.start(service, settings, client, meters, parts));
        Services started = new Services(client, new ArrayList<>());
        try {
            sideBySide(starts, started.running);
            return started;
        } catch (RuntimeException | Error e) {
            started.close();
            throw e;
        }
    }

    private static <T> void sideBySide(List<Callable<T>> tasks, List<T> results) {
        Throwable failure = null;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = tasks.stream().map(threads::submit).toList();
            for (Future<T> future : futures) {
                try {
                    results.add(future.get());
                } catch (ExecutionException e) {
                    failure = e.getCause();
                } catch (InterruptedException e) {
                    failure = e;
                    Thread.currentThread().interrupt();
                }
            }
        }
        if (failure instanceof RuntimeException e) throw e;
        if (failure instanceof Error e) throw e;
        if (failure != null) throw new IllegalStateException("not started", failure);
    }

    List<RunningService> running() {
        return List.copyOf(running);
    }

    /** Whether the store answers and all parts have what they need. */
    boolean areReady() {
        try {
            client.getDatabase("admin")
                    .withTimeout(1, TimeUnit.SECONDS)
                    .runCommand(new Document("ping", 1));
            return running.stream()
                    .flatMap(service -> service.parts().stream())
                    .allMatch(Part::isReady);
        } catch (MongoException e) {
            LOG.warn("not ready, the store does not answer: {}", e.toString());
            return false;
        }
    }

    @Override
    public void close() {
        List<Callable<Boolean>> stops = new ArrayList<>();
        for (RunningService service : running)
            stops.add(
                    () -> {
                        service.close();
                        return true;
                    });
        try {
            sideBySide(stops, new ArrayList<>());
        } finally {
            client.close();
        }
    }
}
