package org.zhengyou.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Java process beside this one that can be killed: on the same class path, or started as the
 * launcher starts the platform, if it says how.
 */
final class OtherProcess implements AutoCloseable {
    private static final String FLAGS =
            "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Xmx384m -Xss512k"
                    + " -Duser.timezone=UTC --sun-misc-unsafe-memory-access=allow"
                    + " --enable-native-access=ALL-UNNAMED";
    private static final long PATIENCE_SECONDS = 30;

    private final Process process;

    private OtherProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts a process; does not wait until it is ready.
     *
     * @param output what it prints is added to this file
     * @param environment variables besides those of this process
     * @param main the class and its arguments
     */
    static OtherProcess start(Path output, Map<String, String> environment, List<String> main) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of(System.getProperty("zhengyou.run.flags", FLAGS).split(" +", -1)));
        String here = System.getProperty("java.class.path");
        line.addAll(List.of("-cp", System.getProperty("zhengyou.run.classpath", here)));
        line.addAll(main);
        ProcessBuilder builder =
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        try {
            return new OtherProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9}: it gets no chance to finish anything. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** As Ctrl-C. */
    void stop() {
        process.destroy();
        awaitEnd();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                throw new AssertionError("does not end: " + process.pid());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
