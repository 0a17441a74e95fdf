package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder and ports belong to one platform. */
class OneOwnerTest {
    @SuppressWarnings("NullAway.Init")
    private static Platform platform;

    @BeforeAll
    static void start(@TempDir Path folder) {
        platform = Platform.start(PlatformOptions.onFreePorts(folder.resolve("data")));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void a_second_platform_on_the_folder_is_refused_and_the_first_goes_on() {
        Path data = platform.options().data();

        assertThatThrownBy(() -> Platform.start(PlatformOptions.onFreePorts(data)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("--data")
                .hasMessageContaining(data.toString());
        assertThat(Http.get(platform.options().gatewayUrl() + "/health", null).status())
                .isEqualTo(200);
    }

    @Test
    void a_port_that_is_taken_is_named_with_the_option_that_chooses_another(@TempDir Path other) {
        PlatformOptions own = PlatformOptions.onFreePorts(other.resolve("data"));
        PlatformOptions theirs = platform.options();
        for (var taken :
                List.of(
                        new PlatformOptions(
                                own.data(),
                                theirs.gatewayPort(),
                                own.identityPort(),
                                own.internalPort()),
                        new PlatformOptions(
                                own.data(),
                                own.gatewayPort(),
                                own.identityPort(),
                                theirs.internalPort())))
            assertThatThrownBy(() -> Platform.start(taken))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageMatching(
                            "端口 \\d+ 已被占用.* / port \\d+ is taken.*--(port|internal-ports)");
    }

    @Test
    void nobody_but_the_owner_looks_into_the_folder() throws IOException {
        assertThat(Files.getPosixFilePermissions(platform.options().data()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
}
