package org.zhengyou.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.zhengyou.standalone.client.PlatformClient;
import org.zhengyou.standalone.demo.DemoProgress;

/** A platform in a process of its own that dies at given steps and is started again. */
final class MortalPlatform implements DemoProgress, AutoCloseable {
    private final PlatformOptions options;
    private final Path output;
    private final Set<Integer> moments;
    private final AtomicInteger steps = new AtomicInteger();
    private final AtomicInteger deaths = new AtomicInteger();
    private OtherProcess process;

    MortalPlatform(PlatformOptions options, Path folder, Set<Integer> moments) {
        this.options = options;
        this.output = folder.resolve("output.txt");
        this.moments = moments;
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

    void awaitReady() {
        new PlatformClient(options.gatewayUrl(), person -> "", Duration.ofMinutes(2), told -> {})
                .get("", "/health");
    }

    int deaths() {
        return deaths.get();
    }

    @Override
    public void begin(String title, int size) {
        step();
    }

    @Override
    public void step() {
        if (moments.contains(steps.incrementAndGet())) dieAndRise();
    }

    private synchronized void dieAndRise() {
        process.kill();
        deaths.incrementAndGet();
        process = start();
    }

    synchronized void stop() {
        process.stop();
    }

    @Override
    public synchronized void close() {
        process.close();
    }
}
