package org.zhengyou.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.zhengyou.standalone.demo.DemoProgress;

/**
 * A platform in a process of its own that is killed at given moments of a demonstration, whatever
 * it does then, and started again on what it left.
 */
final class MortalPlatform implements DemoProgress, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int ASK_AGAIN_MILLIS = 50;

    private final PlatformOptions options;
    private final Path output;
    private final Deaths deaths;
    private final AtomicInteger steps = new AtomicInteger();
    private final List<Double> secondsToReady = new ArrayList<>();
    private final ExecutorService killer =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("kill").factory());
    private final HttpClient http = HttpClient.newHttpClient();
    private final Queue<Future<?>> dying = new ConcurrentLinkedQueue<>();
    private int kills;
    private OtherProcess process;

    MortalPlatform(PlatformOptions options, Path folder, Deaths deaths) {
        this.options = options;
        this.output = folder.resolve("output.txt");
        this.deaths = deaths;
        this.process = start();
    }

    private OtherProcess start() {
        return OtherProcess.start(
                output,
                Map.of(),
                List.of(
                        Zhengyou.class.getName(),
                        "run",
                        "--data=" + options.data(),
                        "--port=" + options.gatewayPort(),
                        "--identity-port=" + options.identityPort(),
                        "--internal-ports=" + options.internalPort()));
    }

    /**
     * Returns when it is ready: all services say so, and the gateway answers.
     *
     * @throws IllegalStateException if it does not become so
     */
    void awaitReady() {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        String services = "http://127.0.0.1:" + options.servicesPort() + "/health/readiness";
        while (!isWell(services) || !isWell(options.gatewayUrl() + "/health")) {
            if (!isAlive()) throw new IllegalStateException("it has ended, see " + output);
            if (System.nanoTime() - giveUp > 0)
                throw new IllegalStateException("not ready for " + PATIENCE);
            pause(ASK_AGAIN_MILLIS);
        }
    }

    private synchronized boolean isAlive() {
        return process.isAlive();
    }

    private boolean isWell(String url) {
        try {
            HttpRequest question =
                    HttpRequest.newBuilder(URI.create(url)).timeout(ANSWER).GET().build();
            return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** How often the demonstration told of its progress. */
    int steps() {
        return steps.get();
    }

    /** How often it was killed. */
    synchronized int kills() {
        return kills;
    }

    /** How long each start took that was left to end, in seconds. */
    synchronized List<Double> secondsToReady() {
        return List.copyOf(secondsToReady);
    }

    @Override
    public void begin(String title, int size) {
        step();
    }

    @Override
    public void step() {
        List<Integer> moments = deaths.at(steps.incrementAndGet());
        if (!moments.isEmpty()) dying.add(killer.submit(() -> dieAndRise(moments)));
    }

    private void dieAndRise(List<Integer> moments) {
        long begun = System.nanoTime();
        for (int afterMillis : moments) {
            pause(afterMillis);
            begun = killAndStart();
        }
        awaitReady();
        risen((System.nanoTime() - begun) / 1e9);
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private synchronized long killAndStart() {
        process.kill();
        kills++;
        process = start();
        return System.nanoTime();
    }

    private synchronized void risen(double seconds) {
        secondsToReady.add(seconds);
    }

    /**
     * Returns when it has died as often as it was to, and is ready again.
     *
     * @throws IllegalStateException if it does not become so
     */
    void awaitDeaths() {
        for (Future<?> one : dying) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("not ready after a kill", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        if (kills() != deaths.count())
            throw new IllegalStateException(kills() + " kills of " + deaths.count());
    }

    synchronized void stop() {
        process.stop();
    }

    @Override
    public void close() {
        killer.shutdownNow();
        synchronized (this) {
            process.close();
        }
    }
}
