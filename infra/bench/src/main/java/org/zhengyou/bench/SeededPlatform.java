package org.zhengyou.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.zhengyou.bench.campaign.SeededCampaign;
import org.zhengyou.bench.campaign.University;
import org.zhengyou.kit.Service;
import org.zhengyou.standalone.Platform;
import org.zhengyou.standalone.PlatformOptions;

/** A platform in a process of its own, on a folder whose logs were written before. */
final class SeededPlatform implements AutoCloseable {
    private static final Duration SOMETIMES = Duration.ofSeconds(10);

    private final PlatformOptions options;
    private final JavaProcess process;
    private final World world;

    /** Starts it and waits until its front door answers. */
    SeededPlatform(Path data, University university, List<String> flags) {
        this.options = PlatformOptions.onFreePorts(data);
        this.process = JavaProcess.platform(flags, options);
        this.world = World.seeded(options, university);
    }

    JavaProcess process() {
        return process;
    }

    World world() {
        return world;
    }

    int port() {
        return options.gatewayPort();
    }

    String url() {
        return options.gatewayUrl();
    }

    String issuer() {
        return options.issuer();
    }

    /** Puts load on it. */
    Load load() {
        return new Load(process, options, world);
    }

    Meters meters() {
        return Meters.of(options.internalPort(), world.token());
    }

    /**
     * What a platform did with logs that it had not seen before.
     *
     * @param events in the logs
     * @param copies in the inboxes of other services
     * @param seconds until everything was in all views
     */
    record CaughtUp(long events, double copies, double seconds) {
        /** Reads {@link #text}. */
        static CaughtUp of(String text) {
            String[] parts = text.strip().split(" ", -1);
            return new CaughtUp(
                    Long.parseLong(parts[0]),
                    Double.parseDouble(parts[1]),
                    Double.parseDouble(parts[2]));
        }

        /** In one line. */
        String text() {
            return events + " " + copies + " " + seconds;
        }

        /** Facts folded a second: a copy is a fact of the service that heard it. */
        double perSecond() {
            return (events + copies) / seconds;
        }
    }

    /** Waits until every service has everything in its views. */
    CaughtUp catchUp(SeededCampaign campaign, Consumer<String> say) {
        long begun = System.nanoTime();
        CompletableFuture<Void> all =
                CompletableFuture.runAsync(() -> campaign.eventsOf().forEach(this::awaitHeard));
        long told = System.nanoTime();
        while (!all.isDone()) {
            Load.pause(Duration.ofMillis(100));
            if (System.nanoTime() - told < SOMETIMES.toNanos()) continue;
            told = System.nanoTime();
            say.accept(
                    "catching up with %,d events: %,.0f in other services' inboxes"
                            .formatted(campaign.events(), copies()));
        }
        all.join();
        return new CaughtUp(campaign.events(), copies(), (System.nanoTime() - begun) / 1e9);
    }

    private void awaitHeard(String source, int events) {
        for (Service service : Platform.allServices())
            if (Load.hears(service, source))
                world.awaitSeen(service.name(), service.views().getFirst().name(), source, events);
    }

    private double copies() {
        return meters().inboxes();
    }

    @Override
    public void close() {
        process.close();
    }
}
