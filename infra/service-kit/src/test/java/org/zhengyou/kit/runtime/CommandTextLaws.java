package org.zhengyou.kit.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.zhengyou.kit.Service;

/**
 * The text of a command is the same for equal commands and in every process: else a repetition
 * under its key would be taken for another command after a restart.
 */
public final class CommandTextLaws {
    private CommandTextLaws() {}

    /** Fails, naming the command, if a command of this page breaks the law. */
    public static void check(Service page) {
        check(EventNames.of(page).commands().values());
    }

    static void check(Collection<Class<?>> commands) {
        if (commands.isEmpty()) return;
        List<String> here = new ArrayList<>();
        for (Class<?> command : commands) {
            String text = text(command, false);
            assertThat(text(command, true))
                    .as("text of %s, filled in another order", command.getSimpleName())
                    .isEqualTo(text);
            here.add(text);
        }
        assertThat(elsewhere(commands)).as("texts in another process").isEqualTo(here);
    }

    private static String text(Class<?> command, boolean reversed) {
        return new CommandText(Optional.empty()).plain(SomeCommand.of(command, reversed));
    }

    private static List<String> elsewhere(Collection<Class<?>> commands) {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                CommandTextLaws.class.getName()));
        for (Class<?> command : commands) line.add(command.getName());
        try {
            Process process =
                    new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            try (var said = process.inputReader(StandardCharsets.UTF_8)) {
                return said.lines().toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the text of each of these commands, a line each. */
    public static void main(String[] names) throws ClassNotFoundException {
        StringBuilder texts = new StringBuilder();
        for (String name : names) texts.append(text(Class.forName(name), false)).append('\n');
        System.out.writeBytes(texts.toString().getBytes(StandardCharsets.UTF_8));
    }
}
