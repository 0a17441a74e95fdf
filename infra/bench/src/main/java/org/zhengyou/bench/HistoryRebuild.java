package org.zhengyou.bench;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;

/** Builds the view that hears of everything anew, alone and beside commands. */
final class HistoryRebuild {
    private static final String SERVICE = "insight";
    private static final String VIEW = "timeline";
    private static final int CLIENTS = 4;
    private static final Duration PAUSE = Duration.ofMillis(40);
    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final Duration BEFORE = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final SeededPlatform platform;
    private final Asker asker;
    private final Consumer<String> say;

    HistoryRebuild(SeededPlatform platform, Consumer<String> say) {
        this.platform = platform;
        this.asker = new Asker(platform.port(), platform.world()::token);
        this.say = say;
    }

    /**
     * What was seen.
     *
     * @param facts folded
     * @param seconds how long a rebuild took that had the machine to itself
     * @param answers how long answers of the view took meanwhile, in microseconds
     * @param refused answers that were none
     * @param before how long commands took at a slow pace before
     * @param during likewise beside a rebuild
     * @param busyBefore commands/s of 64 clients before
     * @param busyDuring likewise beside a rebuild
     */
    record Seen(
            long facts,
            double seconds,
            Histogram answers,
            int refused,
            ClosedLoop.Seen before,
            ClosedLoop.Seen during,
            double busyBefore,
            double busyDuring) {
        double perSecond() {
            return facts / seconds;
        }
    }

    /** Three rebuilds: alone, beside a few commands, beside as many as clients can send. */
    Seen measured(int busyClients) {
        Histogram answers = ClosedLoop.histogram();
        JsonNode progress = platform.world().get("/api/" + SERVICE + "/views");
        long facts = progress.path("position").asLong(0) + progress.path("inboxPosition").asLong(0);
        long begun = System.nanoTime();
        int refused = rebuildWatched(answers);
        double seconds = (System.nanoTime() - begun) / 1e9;
        say.accept("rebuild of %,d facts: %.1f s".formatted(facts, seconds));
        ClosedLoop.Seen before = commands(CLIENTS, PAUSE, BEFORE);
        ClosedLoop.Seen during = beside(CLIENTS, PAUSE);
        say.accept(
                "commands at a slow pace: p50 %.1f ms, beside a rebuild %.1f"
                        .formatted(before.millisAt(50), during.millisAt(50)));
        double busyBefore = commands(busyClients, Duration.ZERO, BEFORE).perSecond();
        double busyDuring = beside(busyClients, Duration.ZERO).perSecond();
        say.accept("64 clients: %,.0f/s, beside a rebuild %,.0f".formatted(busyBefore, busyDuring));
        return new Seen(facts, seconds, answers, refused, before, during, busyBefore, busyDuring);
    }

    private int rebuildWatched(Histogram answers) {
        String table = begin();
        int refused = 0;
        String path = Question.list(SERVICE, VIEW).path(When.NOW);
        while (!isDone(table)) {
            Asker.Answer answer = asker.once(path);
            if (answer.refused().isEmpty())
                ClosedLoop.record(answers, (long) (1e9 * answer.seconds()));
            else refused++;
            Load.pause(GLANCE);
        }
        return refused;
    }

    /** Commands for as long as a rebuild takes. */
    private ClosedLoop.Seen beside(int clients, Duration pause) {
        String table = begin();
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> watching =
                CompletableFuture.runAsync(
                        () -> {
                            while (!isDone(table)) Load.pause(GLANCE);
                            done.set(true);
                        });
        ClosedLoop.Seen seen =
                new ClosedLoop(platform.port(), requests(), pause).run(clients, LONGEST, done::get);
        watching.join();
        return seen;
    }

    private ClosedLoop.Seen commands(int clients, Duration pause, Duration length) {
        return new ClosedLoop(platform.port(), requests(), pause).run(clients, length);
    }

    private Supplier<byte[]> requests() {
        return Workload.PLAN_ACTIVITY.requests(platform.world(), platform.port());
    }

    /** Asks for the rebuild; the table that answers until it is done. */
    private String begin() {
        String table = table();
        asker.post("/api/" + SERVICE + "/views/" + VIEW + "/rebuild");
        return table;
    }

    private boolean isDone(String table) {
        return !table().equals(table);
    }

    private String table() {
        for (JsonNode view : platform.world().get("/api/" + SERVICE + "/views").path("views"))
            if (view.path("view").asString("").equals(VIEW)) return view.path("table").asString("");
        throw new IllegalStateException("no view " + VIEW + " in " + SERVICE);
    }
}
