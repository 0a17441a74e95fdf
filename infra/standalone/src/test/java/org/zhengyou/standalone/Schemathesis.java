package org.zhengyou.standalone;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * <a href="https://schemathesis.readthedocs.io">Schemathesis</a>, which asks whatever an OpenAPI
 * document allows, and what it does not allow, and holds the answers against the document. It is
 * installed below the build's folder where Python can do so.
 */
final class Schemathesis {
    private static final String VERSION = "4.32.5";
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path HOME = TARGET.resolve("schemathesis-" + VERSION);

    /** Rules may refuse what is well-formed, and a refused attempt is no fault. */
    private static final String NOT_ASKED = "positive_data_acceptance";

    private Schemathesis() {}

    /** Skips the test where it cannot be had. */
    static void require() {
        if (Files.isRegularFile(HOME.resolve("ready"))) return;
        String python = HOME.resolve("bin/python").toString();
        boolean installed =
                run(List.of("python3", "-m", "venv", HOME.toString())).isWell()
                        && run(List.of(
                                        python,
                                        "-m",
                                        "pip",
                                        "install",
                                        "--quiet",
                                        "schemathesis==" + VERSION))
                                .isWell();
        assumeTrue(installed, "schemathesis is not here: it wants python3 with venv, and PyPI");
        try {
            Files.writeString(HOME.resolve("ready"), VERSION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it said in the end. */
    record Said(int status, String text) {
        boolean isWell() {
            return status == 0;
        }
    }

    /**
     * Asks everything of one document.
     *
     * @param document the file that holds it
     * @param base address under which its paths are
     * @param token of who asks
     * @param examples how many requests are drawn at random for each operation
     */
    static Said ask(Path document, String base, String token, int examples) {
        List<String> line = new ArrayList<>();
        line.add(HOME.resolve("bin/schemathesis").toString());
        line.addAll(List.of("run", document.toString(), "--url", base));
        line.addAll(List.of("--header", "Authorization: Bearer " + token));
        line.addAll(List.of("--exclude-checks", NOT_ASKED));
        line.addAll(List.of("--phases", "examples,coverage,fuzzing"));
        line.addAll(List.of("--max-examples", Integer.toString(examples), "--seed", "2010"));
        line.addAll(List.of("--continue-on-failure", "--no-color", "--warnings", "off"));
        return run(line);
    }

    private static Said run(List<String> line) {
        try {
            Process process =
                    new ProcessBuilder(line)
                            .directory(TARGET.toFile()) // it leaves a cache where it runs
                            .redirectErrorStream(true)
                            .start();
            process.getOutputStream().close();
            String text =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), text);
        } catch (IOException e) {
            return new Said(-1, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
