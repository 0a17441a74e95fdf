package org.zhengyou.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What a browser loads is small enough for a phone on a slow network; bytes as they travel. */
class ConsoleSizeTest {
    private static final int FIRST_LOAD = 260_000;
    private static final int SCREEN = 40_000;

    private static List<Path> assets() throws IOException, URISyntaxException {
        Path folder =
                Path.of(
                        Objects.requireNonNull(
                                        ConsoleSizeTest.class.getResource("/static/assets/main.js"))
                                .toURI());
        try (Stream<Path> all = Files.list(Objects.requireNonNull(folder.getParent()))) {
            return all.toList();
        }
    }

    private static long compressed(Path file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = Files.newInputStream(file);
                GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            in.transferTo(out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.size();
    }

    private static boolean isFirst(Path file) {
        return file.getFileName().toString().startsWith("main.");
    }

    @Test
    void the_first_load_is_260_kilobytes_at_most() throws Exception {
        assertThat(
                        assets().stream()
                                .filter(ConsoleSizeTest::isFirst)
                                .mapToLong(ConsoleSizeTest::compressed)
                                .sum())
                .isBetween(1L, (long) FIRST_LOAD);
    }

    @Test
    void what_is_loaded_later_is_40_kilobytes_at_most() throws Exception {
        assertThat(assets().stream().filter(file -> !isFirst(file)))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(compressed(file)).isLessThanOrEqualTo(SCREEN));
    }
}
