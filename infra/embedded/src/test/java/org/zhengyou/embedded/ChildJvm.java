package org.zhengyou.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Another JVM that runs a main class of the tests, to be killed as {@code kill -9} does. */
public final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private ChildJvm(Process process) {
        this.process = process;
        this.output = process.inputReader(UTF_8);
    }

    /** Starts the class in a JVM of its own. */
    public static ChildJvm start(Class<?> main, String... arguments) {
        return start(256, main, arguments);
    }

    /** The same with a heap of so many megabytes. */
    public static ChildJvm start(int megabytes, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(
                List.of(
                        "-Xmx" + megabytes + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName()));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.redirectError(ProcessBuilder.Redirect.INHERIT);
            return new ChildJvm(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rest of the first line that starts with the given word; waits for it. */
    public String answer(String word) {
        try {
            String line = output.readLine();
            while (line != null && !line.startsWith(word + " ")) {
                line = output.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("the child ended without saying " + word);
            }
            return line.substring(word.length() + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands every further line of output to the listener, on a thread of its own. */
    public Thread listen(Consumer<String> listener) {
        return Thread.startVirtualThread(() -> output.lines().forEach(listener));
    }

    /** Stops it in its tracks, as {@code kill -STOP} does. */
    public void pause() {
        signal("-STOP");
    }

    /** Lets it go on after a pause. */
    public void resume() {
        signal("-CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", name, String.valueOf(process.pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends its input, by which it is asked to end. */
    public void askToEnd() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process at once, without any of its own code, and waits until it is gone. */
    public void kill() {
        process.toHandle().destroyForcibly(); // leaves what it has said in the pipe, to be read
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        kill();
    }
}
