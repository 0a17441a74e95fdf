package org.zhengyou.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sessions outlive the gateway, however it ends: another one on the same folder knows them while
 * the first still runs.
 */
class KeptSessionsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private House house;

    @BeforeEach
    void start() {
        house = House.with(Map.of("ZHENGYOU_SESSIONS_FOLDER", folder));
    }

    @AfterEach
    void stop() {
        house.close();
    }

    private House another(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("ZHENGYOU_SESSIONS_FOLDER", folder);
        settings.put("ZHENGYOU_ISSUER", house.issuer.url());
        return House.with(settings);
    }

    private Visitor signedIn(String person) {
        house.issuer.comes(person);
        Visitor visitor = new Visitor(house.url());
        assertThat(visitor.follow("/").statusCode()).isEqualTo(200);
        return visitor;
    }

    private static boolean isSignedIn(Visitor visitor) {
        return visitor.open("/api/members/who").statusCode() == 200;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void who_is_signed_in_stays_so_when_the_gateway_starts_anew() {
        Visitor ann = signedIn("ann");
        Visitor ben = signedIn("ben");

        try (House next = another(Map.of())) {
            assertThat(next.sessions()).isEqualTo(2);
            assertThat(isSignedIn(ann.at(next.url()))).isTrue();
            assertThat(isSignedIn(ben.at(next.url()))).isTrue();
            URI atIssuer = Visitor.location(ann.at(next.url()).signOut());
            assertThat(atIssuer.getRawQuery()).contains("id_token_hint=");
            assertThat(next.sessions()).isEqualTo(1);
        }
    }

    @Test
    void who_signed_out_stays_so_when_the_gateway_starts_anew() throws IOException {
        signedIn("ann").signOut();

        assertThat(files()).isEmpty();
        try (House next = another(Map.of())) {
            assertThat(next.sessions()).isZero();
        }
    }

    @Test
    void what_lies_in_the_folder_says_nothing_and_is_its_owner_s_alone() throws IOException {
        Visitor ann = signedIn("ann");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(files()).hasSize(1);
        Path file = files().getFirst();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file.getFileName() + Files.readString(file))
                .doesNotContain(ann.cookie("ZHENGYOU_SESSION"), "\"ann\"", "eyJ");
    }

    @Test
    void a_file_that_was_renamed_or_is_of_another_secret_signs_nobody_in() throws IOException {
        Visitor ann = signedIn("ann");
        try (House other =
                another(Map.of("ZHENGYOU_CONSOLE_CLIENT_SECRET", "another-secret-of-it"))) {
            assertThat(other.sessions()).isZero();
            assertThat(isSignedIn(ann.at(other.url()))).isFalse();
        }
        assertThat(files()).as("what nobody can open is dropped").isEmpty();
        signedIn("ben");
        Path file = files().getFirst();
        Files.move(file, file.resolveSibling("0".repeat(64)));
        try (House other = another(Map.of())) {
            assertThat(other.sessions()).isZero();
        }
    }

    @Test
    void no_more_are_taken_over_than_may_be_open() {
        signedIn("ann");
        signedIn("ben");
        try (House next = another(Map.of("ZHENGYOU_SESSIONS", 1))) {
            assertThat(next.sessions()).isEqualTo(1);
        }
    }

    @Test
    void signing_out_everywhere_ends_all_sessions_of_the_person_and_of_nobody_else()
            throws IOException {
        Visitor desk = signedIn("ann");
        Visitor phone = signedIn("ann");
        Visitor ben = signedIn("ben");

        URI atIssuer = Visitor.location(phone.signOutEverywhere());
        assertThat(TokenIssuer.query(atIssuer.getRawQuery()))
                .containsEntry("everywhere", "true")
                .containsKey("id_token_hint");
        assertThat(isSignedIn(desk)).isFalse();
        assertThat(isSignedIn(phone)).isFalse();
        assertThat(isSignedIn(ben)).isTrue();
        assertThat(files()).hasSize(1);
        assertThat(Visitor.location(ben.signOut()).toString()).doesNotContain("everywhere");
    }
}
