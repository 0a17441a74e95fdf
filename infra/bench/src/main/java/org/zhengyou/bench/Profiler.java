package org.zhengyou.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sees where the CPU of a process goes during a phase. The phase takes about a hundredth longer.
 */
final class Profiler {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final List<String> SETTINGS =
            List.of(
                    "settings=none",
                    "+jdk.CPUTimeSample#enabled=true",
                    "+jdk.CPUTimeSample#throttle=10ms",
                    "+jdk.GCHeapSummary#enabled=true",
                    "+jdk.GarbageCollection#enabled=true");

    private Profiler() {}

    /** Where it went while this ran. */
    static Profile during(JavaProcess process, Runnable phase) {
        Path recording = Path.of("infra/bench/target", "profile-" + process.pid() + ".jfr");
        List<String> start = new ArrayList<>(List.of("JFR.start", "name=bench"));
        start.addAll(SETTINGS);
        jcmd(process, start);
        ThreadTimes threads = new ThreadTimes(process.pid());
        AtomicBoolean over = new AtomicBoolean();
        Thread looking =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    while (!over.get()) {
                                        Load.pause(LOOK_EVERY);
                                        threads.look();
                                    }
                                });
        long begun = System.nanoTime();
        try {
            phase.run();
            double seconds = (System.nanoTime() - begun) / 1e9;
            var used = threads.seconds();
            over.set(true);
            looking.join();
            jcmd(
                    process,
                    List.of("JFR.stop", "name=bench", "filename=" + recording.toAbsolutePath()));
            return Profile.read(recording, used, seconds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            over.set(true);
            delete(recording);
        }
    }

    private static void delete(Path recording) {
        try {
            Files.deleteIfExists(recording);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void jcmd(JavaProcess process, List<String> what) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        line.add(String.valueOf(process.pid()));
        line.addAll(what);
        try {
            Process jcmd = new ProcessBuilder(line).redirectErrorStream(true).start();
            String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (jcmd.waitFor() != 0) throw new IllegalStateException(line + ": " + said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
