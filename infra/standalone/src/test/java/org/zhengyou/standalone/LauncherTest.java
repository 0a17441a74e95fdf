package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, in a folder of its own with a build that lasts until it is told to end. */
@Timeout(120)
class LauncherTest {
    private static final String BUILD =
            """
            #!/bin/sh
            echo built >> builds
            read -r _ < go
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Process launch(String output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("./zhengyou", "verify", "--help");
        builder.directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.redirectOutput(folder.resolve(output).toFile()).start();
    }

    private void prepare() throws IOException, InterruptedException {
        Files.copy(Repository.at("zhengyou"), folder.resolve("zhengyou"));
        Path build = Files.writeString(folder.resolve("mvnw"), BUILD);
        assertThat(build.toFile().setExecutable(true)).isTrue();
        run("mkfifo", "go");
    }

    private void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).directory(folder.toFile()).start().waitFor())
                .isZero();
    }

    private void awaitLine(String file, String text) {
        Path output = folder.resolve(file);
        Eventually.eventually(text, () -> read(output), said -> said.contains(text));
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void of_two_launchers_at_once_the_second_waits_for_the_build_of_the_first() throws Exception {
        prepare();
        Process first = launch("first");
        awaitLine("builds", "built");
        Process second = launch("second");
        awaitLine("second", "process " + first.pid() + " is building");
        Files.writeString(folder.resolve("go"), "\n");
        first.waitFor();
        second.waitFor();

        assertThat(Files.readAllLines(folder.resolve("builds"))).isEqualTo(List.of("built"));
        assertThat(Files.exists(turn(), LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void a_launcher_that_was_killed_while_it_built_is_not_waited_for() throws Exception {
        prepare();
        Files.createDirectories(turn().getParent());
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.createSymbolicLink(turn(), Path.of(Long.toString(gone.pid())));
        Process launcher = launch("output");
        awaitLine("builds", "built");
        Files.writeString(folder.resolve("go"), "\n");
        launcher.waitFor();

        assertThat(Files.readString(folder.resolve("output"))).doesNotContain("is building");
    }

    private Path turn() {
        return folder.resolve("infra/standalone/target/turn");
    }
}
