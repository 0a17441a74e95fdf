package org.zhengyou.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.zhengyou.bench.subject.Sample;

/** What is measured on a long history. */
final class LogHistory {
    /** Verification of the whole log. */
    static final String VERIFY = "verify";

    /** What the chain alone costs. */
    static final String HASH = "hash";

    /** What SHA-256 of the same bytes costs. */
    static final String DIGEST = "digest";

    /** Replays. */
    static final String REPLAY = "replay";

    /** Replay by a bare cursor. */
    static final String CURSOR = "cursor";

    /** Replay by axon-mongo. */
    static final String REPLAY_MONGO = "replay-mongo";

    /** Polls at the head, in the appending process. */
    static final String POLL = "poll";

    /** Polls at the head by a query. */
    static final String ASK = "ask";

    /** Polls at the head by axon-mongo. */
    static final String POLL_MONGO = "poll-mongo";

    /** Appends to a young log. */
    static final String YOUNG = "young";

    /** Appends to the long one. */
    static final String OLD = "old";

    /** Entities are one of so many events of the history. */
    static final List<Integer> PARTS = List.of(100_000, 10_000, 1_000, 10);

    private static final String LOG = "history";
    private static final int YOUNG_EVENTS = 10_000;
    private static final int POLLS = 300;
    private static final int RECALLS = 10_000;

    private final LogSite site;
    private final int events;
    private final double seconds;
    private final Consumer<String> say;

    LogHistory(LogSite site, int events, double seconds, Consumer<String> say) {
        this.site = site;
        this.events = events;
        this.seconds = seconds;
        this.say = say;
    }

    /** Makes the history. */
    void fill() {
        say.accept("history: the log, " + site.worker("fill " + LOG + " " + events));
        if (site.hasPeers())
            say.accept("history: axon-mongo, " + site.peer("fill-mongo " + events));
    }

    /** The medians of everything, by name. */
    Map<String, Appended> measured(int rounds) {
        Map<String, Task> tasks = new LinkedHashMap<>();
        all().forEach(task -> tasks.put(task.name(), task));
        return Rotation.medians(
                List.copyOf(tasks.keySet()),
                rounds,
                name -> {
                    Task task = Objects.requireNonNull(tasks.get(name));
                    Appended one = run(task);
                    say.accept(name + ": " + one);
                    return one;
                });
    }

    private record Task(String name, boolean peer, String line) {}

    private Appended run(Task task) {
        switch (task.name()) {
            case YOUNG -> {
                site.prepare("drop " + YOUNG);
                site.prepare("fill " + YOUNG + " " + YOUNG_EVENTS);
            }
            case OLD -> site.prepare(task.line()); // as warm as the one just made
            default -> {}
        }
        return task.peer() ? site.peer(task.line()) : site.worker(task.line());
    }

    private List<Task> all() {
        List<Task> tasks = new ArrayList<>();
        for (int part : PARTS) loads(tasks, part);
        own(tasks, REPLAY, REPLAY + " " + LOG + " " + seconds);
        own(tasks, CURSOR, CURSOR + " " + LOG + " " + seconds);
        peer(tasks, REPLAY_MONGO, REPLAY_MONGO + " " + seconds);
        own(tasks, POLL, POLL + " " + LOG + " " + POLLS * 100);
        own(tasks, ASK, ASK + " " + LOG + " " + POLLS);
        peer(tasks, POLL_MONGO, POLL_MONGO + " " + POLLS / 10);
        own(tasks, YOUNG, "append-times " + YOUNG + " 64 " + YOUNG_EVENTS);
        own(tasks, OLD, "append-times " + LOG + " 64 " + YOUNG_EVENTS);
        own(tasks, HASH, "hash - 0 " + seconds);
        own(tasks, DIGEST, "digest - 0 " + seconds);
        own(tasks, VERIFY, VERIFY + " " + LOG);
        return tasks;
    }

    private void loads(List<Task> tasks, int part) {
        String entity = Sample.part(part);
        int times = Math.clamp(2_000L * part / events, 1, 100);
        own(tasks, load(part), "load %s %s %d".formatted(LOG, entity, times));
        own(tasks, cached(part), "load-cached %s %s %d".formatted(LOG, entity, RECALLS));
        peer(tasks, loadMongo(part), "load-mongo %s %d".formatted(entity, times));
    }

    private static void own(List<Task> tasks, String name, String line) {
        tasks.add(new Task(name, false, line));
    }

    private void peer(List<Task> tasks, String name, String line) {
        if (site.hasPeers()) tasks.add(new Task(name, true, line));
    }

    /** The name of loading an entity from the log. */
    static String load(int part) {
        return "load-" + part;
    }

    /** The name of recalling its state. */
    static String cached(int part) {
        return "load-cached-" + part;
    }

    /** The name of loading it by axon-mongo. */
    static String loadMongo(int part) {
        return "load-mongo-" + part;
    }
}
