package org.zhengyou.kit.projection;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.projection.letters.LetterEvent.LetterWritten;
import org.zhengyou.kit.projection.letters.LetterId;
import org.zhengyou.kit.projection.letters.LetterService;
import org.zhengyou.log.Condition;
import org.zhengyou.log.NewEvent;

/**
 * Measures the live views: how fast a log is folded from its beginning, and what keeping up with a
 * steady stream costs. Arguments: events in the log, events per second.
 */
final class FoldLoad {
    private static final int TRANSACTION = 100;
    private static final int STEADY_SECONDS = 30;

    private FoldLoad() {}

    /** Prints events per second, lag and CPU per event. */
    public static void main(String[] args) throws IOException {
        int events = Integer.parseInt(args[0]);
        int perSecond = Integer.parseInt(args[1]);
        Path folder = Files.createTempDirectory("fold");
        Map<String, String> settings = Map.of("ZHENGYOU_LOG_POLL", "PT0S");
        try (TestStore store = new TestStore(folder)) {
            for (int round = 0; round < 3; round++) {
                try (Node node =
                        Node.start(store, folder, LetterService.page().build(), settings)) {
                    fill(node, events);
                }
                long cpu = cpu();
                long start = System.nanoTime();
                try (Node node =
                        Node.start(store, folder, LetterService.page().build(), settings)) {
                    node.facts().areSeen();
                    double seconds = (System.nanoTime() - start) / 1e9;
                    System.out.printf(
                            "catching up: %.0f events/s, %.0f us CPU each%n",
                            events / seconds, (cpu() - cpu) / 1e3 / events);
                    steady(node, perSecond);
                }
            }
        }
    }

    private static void fill(Node node, int events) {
        for (int i = 0; i < events; i += TRANSACTION) append(node, TRANSACTION);
        node.part().stop();
    }

    private static long append(Node node, int count) {
        List<NewEvent> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LetterId letter = new LetterId(UUID.randomUUID().toString());
            some.add(
                    new NewEvent(
                            UUID.randomUUID().toString(),
                            "letters.LetterWritten",
                            "1",
                            Instant.now(),
                            Set.of("letter=" + letter.value()),
                            Map.of("actor", "somebody"),
                            node.runtime()
                                    .codec()
                                    .write(new LetterWritten(letter, letter.value(), "text"))));
        }
        return node.runtime().log().append(some, Condition.none());
    }

    private static void steady(Node node, int perSecond) {
        int events = perSecond * STEADY_SECONDS;
        long[] lag = new long[events];
        long cpu = cpu();
        long start = System.nanoTime();
        for (int i = 0; i < events; i++) {
            long position = append(node, 1);
            int at = i;
            long appended = System.nanoTime();
            Thread.startVirtualThread(
                    () -> {
                        node.part().await("letters", position, Duration.ofSeconds(30));
                        lag[at] = System.nanoTime() - appended;
                    });
            LockSupport.parkNanos(start + (long) ((i + 1) * 1e9 / perSecond) - System.nanoTime());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        node.facts().areSeen();
        Arrays.sort(lag);
        System.out.printf(
                "%.0f events/s: lag p50 %.1f ms, p99 %.1f ms, %.0f us CPU per event, append"
                        + " included%n",
                events / seconds,
                lag[events / 2] / 1e6,
                lag[events * 99 / 100] / 1e6,
                (cpu() - cpu) / 1e3 / events);
    }

    static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
