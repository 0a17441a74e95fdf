package org.zhengyou.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;

/**
 * Builds views anew that hear of everything, alone; and the largest of them beside commands. What
 * differs is how much they write: a row per fact, or one per organisation.
 */
final class HistoryRebuild {
    private static final String SERVICE = "insight";
    private static final String VIEW = "timeline";

    /** Those that are built anew. */
    static final List<String> ALONE = List.of(VIEW, "dashboard");

    private static final int CLIENTS = 4;
    private static final Duration PAUSE = Duration.ofMillis(40);
    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final Duration BEFORE = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    // A rebuild gets what commands leave: beside as many as clients can send it takes very long.
    private static final Duration LONGEST_BUSY = Duration.ofMinutes(1);

    private final SeededPlatform platform;
    private final Asker asker;
    private final Map<String, Profile> profiles;
    private final Consumer<String> say;

    /**
     * Of this platform.
     *
     * @param profiles gets where the CPU went while views were built anew
     */
    HistoryRebuild(SeededPlatform platform, Map<String, Profile> profiles, Consumer<String> say) {
        this.platform = platform;
        this.profiles = profiles;
        this.asker = new Asker(platform.port(), platform.world()::token);
        this.say = say;
    }

    /**
     * What was seen.
     *
     * @param facts folded
     * @param seconds how long a rebuild took that had the machine to itself, by view
     * @param answers how long answers of these views took meanwhile, in microseconds
     * @param refused answers that were none
     * @param before how long commands took at a slow pace before
     * @param during likewise beside a rebuild
     * @param busyBefore commands of 64 clients before
     * @param busyDuring likewise beside a rebuild
     */
    record Seen(
            long facts,
            Map<String, Double> seconds,
            Histogram answers,
            int refused,
            ClosedLoop.Seen before,
            ClosedLoop.Seen during,
            ClosedLoop.Seen busyBefore,
            ClosedLoop.Seen busyDuring) {
        /** Facts a second, by view. */
        Map<String, Double> perSecond() {
            Map<String, Double> perSecond = new LinkedHashMap<>();
            seconds.forEach((view, took) -> perSecond.put(view, facts / took));
            return perSecond;
        }
    }

    /**
     * Rebuilds of each view alone; and of the largest beside a few commands, and beside as many as
     * clients can send.
     */
    Seen measured(int busyClients) {
        Histogram answers = ClosedLoop.histogram();
        JsonNode progress = platform.world().get("/api/" + SERVICE + "/views");
        long facts = progress.path("position").asLong(0) + progress.path("inboxPosition").asLong(0);
        Map<String, Double> seconds = new LinkedHashMap<>();
        AtomicInteger refused = new AtomicInteger();
        for (String view : ALONE) {
            Profile profile =
                    Profiler.during(
                            platform.process(),
                            () -> {
                                long begun = System.nanoTime();
                                refused.addAndGet(rebuildWatched(view, answers));
                                seconds.put(view, (System.nanoTime() - begun) / 1e9);
                            });
            profiles.put(History.rebuilding(view), profile);
            say.accept(
                    "%s from %,d facts: %.1f s; %s"
                            .formatted(view, facts, seconds.get(view), profile.summary()));
        }
        ClosedLoop.Seen before = commands(CLIENTS, PAUSE, BEFORE);
        ClosedLoop.Seen during = beside(CLIENTS, PAUSE, LONGEST);
        say.accept(
                "commands at a slow pace: p50 %.1f ms, beside a rebuild %.1f"
                        .formatted(before.millisAt(50), during.millisAt(50)));
        ClosedLoop.Seen busyBefore = commands(busyClients, Duration.ZERO, BEFORE);
        ClosedLoop.Seen busyDuring = beside(busyClients, Duration.ZERO, LONGEST_BUSY);
        say.accept(
                "64 clients: %,.0f/s, beside a rebuild %,.0f"
                        .formatted(busyBefore.perSecond(), busyDuring.perSecond()));
        return new Seen(
                facts, seconds, answers, refused.get(), before, during, busyBefore, busyDuring);
    }

    private int rebuildWatched(String view, Histogram answers) {
        String table = begin(view);
        int refused = 0;
        String path = Question.list(SERVICE, view).path(When.NOW);
        while (!isDone(view, table)) {
            Asker.Answer answer = asker.once(path);
            if (answer.refused().isEmpty())
                ClosedLoop.record(answers, (long) (1e9 * answer.seconds()));
            else refused++;
            Load.pause(GLANCE);
        }
        return refused;
    }

    /**
     * Commands for as long as a rebuild takes, at most so long; returns when the rebuild is done.
     */
    private ClosedLoop.Seen beside(int clients, Duration pause, Duration longest) {
        String table = begin(VIEW);
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> watching =
                CompletableFuture.runAsync(
                        () -> {
                            while (!isDone(VIEW, table)) Load.pause(GLANCE);
                            done.set(true);
                        });
        ClosedLoop.Seen seen =
                new ClosedLoop(platform.port(), requests(), pause).run(clients, longest, done::get);
        watching.join();
        return seen;
    }

    private ClosedLoop.Seen commands(int clients, Duration pause, Duration length) {
        return new ClosedLoop(platform.port(), requests(), pause).goingOn().run(clients, length);
    }

    private Supplier<byte[]> requests() {
        return Workload.PLAN_ACTIVITY.requests(platform.world(), platform.port());
    }

    /** Asks for the rebuild; the table that answers until it is done. */
    private String begin(String view) {
        String table = table(view);
        asker.post("/api/" + SERVICE + "/views/" + view + "/rebuild");
        return table;
    }

    private boolean isDone(String view, String table) {
        return !table(view).equals(table);
    }

    private String table(String view) {
        for (JsonNode one : platform.world().get("/api/" + SERVICE + "/views").path("views"))
            if (one.path("view").asString("").equals(view)) return one.path("table").asString("");
        throw new IllegalStateException("no view " + view + " in " + SERVICE);
    }
}
