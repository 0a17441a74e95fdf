package org.zhengyou.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.zhengyou.standalone.PlatformOptions;
import org.zhengyou.standalone.Zhengyou;

/** A Java process beside this one. */
final class JavaProcess implements AutoCloseable {
    /** What one caller may ask of the gateway; its default, said so that it can be printed. */
    static final int REQUESTS_PER_SECOND = 5_000;

    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final double secondsToReady;
    private final List<String> said = new ArrayList<>();

    private JavaProcess(Process process, String ready, long begun) throws IOException {
        this.process = process;
        BufferedReader output = process.inputReader();
        do {
            String line = output.readLine();
            if (line == null)
                throw new IllegalStateException("it did not start:\n" + String.join("\n", said));
            said.add(line);
        } while (!said.getLast().contains(ready));
        this.secondsToReady = (System.nanoTime() - begun) / 1e9;
        // What it prints later is of no use, but it must not wait for a reader.
        Thread.ofVirtual().start(() -> output.lines().forEach(line -> {}));
    }

    /** Starts the whole platform as {@code ./zhengyou run} does and waits until it is ready. */
    static JavaProcess platform(List<String> flags, PlatformOptions options) {
        List<String> run =
                List.of(
                        Zhengyou.class.getName(),
                        "run",
                        "--data=" + options.data(),
                        "--port=" + options.gatewayPort(),
                        "--identity-port=" + options.identityPort(),
                        "--internal-ports=" + options.internalPort());
        return start(flags, System.getProperty("zhengyou.run.classpath", ""), run, "is ready");
    }

    /**
     * Starts a class and waits until it prints a line that says it is ready.
     *
     * @param flags of the JVM
     * @param main the class and its arguments
     */
    static JavaProcess start(
            List<String> flags, String classPath, List<String> main, String ready) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(flags);
        line.addAll(List.of("-cp", classPath));
        line.addAll(main);
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment()
                .put("ZHENGYOU_REQUESTS_PER_SECOND", String.valueOf(REQUESTS_PER_SECOND));
        long begun = System.nanoTime();
        try {
            Process process = builder.start();
            // A benchmark that is interrupted leaves nothing behind.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new JavaProcess(process, ready, begun);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it printed until it was ready. */
    List<String> said() {
        return List.copyOf(said);
    }

    double secondsToReady() {
        return secondsToReady;
    }

    long pid() {
        return process.pid();
    }

    /** Memory that is in RAM now, in MB of 1,000,000 bytes. */
    double residentMb() {
        return residentMb(CpuUse.read("/proc/" + pid() + "/status"));
    }

    /** From {@code /proc/<pid>/status}, which counts in KiB. */
    static double residentMb(String status) {
        return status.lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                .mapToDouble(kib -> kib * 1024 / 1e6)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no VmRSS: the process has ended"));
    }

    /**
     * As Ctrl-C; how many seconds it took to end. Not by {@link Process#destroy}, which also closes
     * what is still being read.
     */
    double stop() {
        long begun = System.nanoTime();
        process.toHandle().destroy();
        awaitEnd();
        return (System.nanoTime() - begun) / 1e9;
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                throw new IllegalStateException("does not end: " + process.pid());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        process.toHandle().destroyForcibly();
        awaitEnd();
    }
}
