package org.zhengyou.kit.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {
    /** Both of RFC 8410, section 10, as openssl writes them. */
    private static final String PRIVATE =
            """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
            -----END PRIVATE KEY-----
            """;

    private static final String PUBLIC =
            """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
            -----END PUBLIC KEY-----
            """;

    private static final byte[] BYTES = "what was said".getBytes(UTF_8);

    @TempDir Path parent = Path.of("");
    private Path folder = Path.of("");
    private KeyFolder keys = new KeyFolder(folder);

    @BeforeEach
    void folder() {
        folder = parent.resolve("keys");
        keys = new KeyFolder(folder);
    }

    @Test
    void a_key_is_made_once_for_its_owner_only_and_its_signatures_are_known_by_the_public_one()
            throws IOException {
        byte[] signature = keys.own("members", true).sign(BYTES);

        assertThat(keys.of("members")).hasSize(1);
        assertThat(keys.of("members").getFirst().verifies(BYTES, signature)).isTrue();
        assertThat(keys.own("members", true).sign(BYTES)).isEqualTo(signature);
        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("members.key"))).isEqualTo("rw-------");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void keys_that_openssl_has_made_are_read_and_the_public_one_is_known() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("members.key"), PRIVATE);
        Files.writeString(folder.resolve("members.pub"), PUBLIC);

        byte[] signature = keys.own("members", false).sign(BYTES);

        assertThat(keys.of("members").getFirst().verifies(BYTES, signature)).isTrue();
    }

    @Test
    void several_public_keys_are_known() throws IOException {
        byte[] signature = keys.own("members", true).sign(BYTES);
        Path file = folder.resolve("members.pub");
        Files.writeString(file, PUBLIC + Files.readString(file));

        assertThat(keys.of("members")).hasSize(2);
        assertThat(keys.of("members")).anyMatch(key -> key.verifies(BYTES, signature));
        assertThat(keys.own("members", false).sign(BYTES)).isEqualTo(signature);
    }

    @Test
    void a_key_that_is_missing_is_not_made_where_something_was_signed() {
        assertThatThrownBy(() -> keys.own("members", false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("缺失")
                .hasMessageContaining("restore it from a copy");
        assertThat(folder).doesNotExist();
    }

    @Test
    void what_is_no_key_or_that_of_another_is_named() throws IOException {
        var _ = keys.own("members", true);
        Files.writeString(folder.resolve("members.pub"), PUBLIC);
        assertThatThrownBy(() -> keys.own("members", true))
                .hasMessageContaining("members.pub do not belong together");

        Files.writeString(folder.resolve("members.pub"), "nonsense");
        assertThatThrownBy(() -> keys.of("members"))
                .hasMessageContaining("members.pub is no readable Ed25519 key");

        Files.writeString(folder.resolve("members.key"), PRIVATE.replace("MC4CAQ", "MC4CAR"));
        assertThatThrownBy(() -> keys.own("members", true))
                .hasMessageContaining("members.key is no readable Ed25519 key");
    }
}
