package org.zhengyou.standalone.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.zhengyou.standalone.client.PlatformClient;
import org.zhengyou.standalone.client.PlatformClient.Command;
import org.zhengyou.standalone.client.Recorded;

/**
 * Plays stages one after the other: what a stage recorded is known everywhere before the next one
 * is decided, because each of its commands names the positions it comes after.
 */
final class Player {
    private static final int AT_ONCE = 16;

    /** Whose facts each service waits for before it decides; its own ones always. */
    private static final Map<String, Set<String>> LISTENS_TO =
            Map.of(
                    "organizations", Set.of("members"),
                    "members", Set.of("organizations"),
                    "activities", Set.of("organizations", "members"),
                    "evaluations",
                            Set.of("organizations", "members", "activities", "commendations"),
                    "commendations",
                            Set.of("organizations", "members", "activities", "evaluations"));

    private final PlatformClient client;
    private final DemoProgress progress;
    private final Map<String, Long> heads = new ConcurrentHashMap<>();

    Player(PlatformClient client, DemoProgress progress) {
        this.client = client;
        this.progress = progress;
    }

    /** Positions of all services that were told so far, as {@code after} takes them. */
    List<String> heads() {
        return heads.entrySet().stream()
                .map(head -> head.getKey() + ":" + head.getValue())
                .sorted()
                .toList();
    }

    /** Those of them that this service can wait for. */
    List<String> headsFor(String service) {
        return heads().stream().filter(head -> concerns(head, service)).toList();
    }

    /** Notes that a service has come this far. */
    void reached(String service, long position) {
        heads.merge(service, position, Math::max);
    }

    /** A stage that somebody else plays begins. */
    void begin(String title, int steps) {
        progress.begin(title, steps);
    }

    /** Plays the stage; returns when its last command is answered. */
    void play(Stage stage) {
        List<String> after = heads();
        progress.begin(stage.title(), stage.size());
        try (ExecutorService players =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<?>> running = new ArrayList<>();
            for (List<Command> chain : stage.chains())
                running.add(players.submit(() -> play(chain, after)));
            for (Future<?> each : running) finish(each, players);
        }
    }

    private void play(List<Command> chain, List<String> after) {
        for (Command command : chain) {
            Recorded recorded = client.send(command.after(known(command, after)));
            reached(recorded.service(), recorded.position());
            progress.step();
        }
    }

    private static List<String> known(Command command, List<String> after) {
        return after.stream().filter(head -> concerns(head, command.service())).toList();
    }

    private static boolean concerns(String head, String service) {
        String source = head.substring(0, head.indexOf(':'));
        return source.equals(service)
                || LISTENS_TO.getOrDefault(service, Set.of()).contains(source);
    }

    private static void finish(Future<?> each, ExecutorService players) {
        try {
            each.get();
        } catch (ExecutionException e) {
            players.shutdownNow();
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            players.shutdownNow();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
