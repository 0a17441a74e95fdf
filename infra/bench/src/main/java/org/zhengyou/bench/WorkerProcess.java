package org.zhengyou.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.zhengyou.bench.subject.Worker;

/** A {@link Worker} in a process beside this one. */
final class WorkerProcess implements AutoCloseable {
    /** One collector, one heap for all subjects and their server. */
    private static final List<String> FLAGS =
            List.of(
                    "-XX:+UseParallelGC",
                    "-XX:ParallelGCThreads=2",
                    "-XX:+UseCompactObjectHeaders",
                    "-Xmx768m",
                    "-Xmn300m",
                    "--sun-misc-unsafe-memory-access=allow",
                    "--enable-native-access=ALL-UNNAMED");

    private static final long PATIENCE_SECONDS = 20;

    private final Process process;
    private final BufferedReader output;
    private final Writer input;

    private WorkerProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
        this.input = process.outputWriter();
    }

    /** Starts a class and waits until it says that it is there. */
    static WorkerProcess start(String classPath, String main, String argument, List<String> more) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(FLAGS);
        line.addAll(more);
        line.addAll(List.of("-cp", classPath, main, argument));
        try {
            Process process =
                    new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            // A benchmark that is interrupted leaves nothing behind.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new WorkerProcess(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next line with this beginning; what comes before it is of no use. */
    String heard(String beginning) {
        try {
            for (String line = output.readLine(); line != null; line = output.readLine())
                if (line.startsWith(beginning)) return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("a process ended early: " + process.info());
    }

    /** Waits for the answer to the last line. */
    Map<String, Double> answer() {
        String line = heard("");
        while (!Worker.isAnswer(line)) line = heard("");
        return Worker.figures(line);
    }

    /** Tells it to do something. */
    void tell(String task) {
        try {
            input.write(task + "\n");
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells it to do something and waits until it is done. */
    Map<String, Double> ask(String task) {
        tell(task);
        return answer();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        try {
            input.close(); // it ends when its input ends
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
