package org.zhengyou.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.standalone.Imports.shipped;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.standalone.client.PlatformClient;
import org.zhengyou.standalone.client.PlatformClient.Command;
import org.zhengyou.standalone.demo.SignedIn;
import org.zhengyou.standalone.identity.DemoPeople;
import tools.jackson.databind.JsonNode;

/** The shipped spreadsheets, imported into an empty platform. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String SECRETARY = DemoPeople.COMMITTEE_SECRETARY.subject();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Platform platform;

    @SuppressWarnings("NullAway.Init")
    private static Imports imports;

    @SuppressWarnings("NullAway.Init")
    private static PlatformClient client;

    @BeforeAll
    static void start() {
        PlatformOptions options = PlatformOptions.onFreePorts(folder);
        platform = Platform.start(options);
        SignedIn tokens = new SignedIn(options.issuer(), folder);
        imports = new Imports(options.gatewayUrl(), tokens);
        client = new PlatformClient(options.gatewayUrl(), tokens, Duration.ofMinutes(1), t -> {});
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    @Order(1)
    void a_preview_says_what_would_be_and_changes_nothing() {
        byte[] file = shipped("organizations.xlsx");

        JsonNode preview =
                imports.take(
                        DemoPeople.COMMITTEE_SECRETARY, "organizations", file, "?preview=true");

        assertThat(preview.path("wrongRows").toString()).isEqualTo("[]");
        assertThat(preview.path("imported").asInt()).isEqualTo(179);
        assertThat(preview.path("preview").asBoolean()).isTrue();
        assertThat(heads().values()).containsOnly(0L);
    }

    @Test
    @Order(2)
    void the_shipped_files_give_the_university_they_describe() {
        JsonNode organizations = imports.take("organizations", shipped("organizations.xlsx"));
        assertThat(organizations.path("wrongRows").toString()).isEqualTo("[]");
        assertThat(organizations.path("imported").asInt()).isEqualTo(179);
        appointSecretary();
        settle();
        JsonNode staff = imports.take("members", shipped("members-staff.csv"));
        JsonNode students = imports.take("members", shipped("members-students.xlsx"));
        assertThat(staff.path("wrongRows").toString()).isEqualTo("[]");
        assertThat(students.path("wrongRows").toString()).isEqualTo("[]");
        assertThat(staff.path("imported").asInt() + students.path("imported").asInt())
                .isEqualTo(4_000);
        settle();

        Map<String, Long> types =
                client.rows(SECRETARY, "organizations", "organization-tree").stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> row.path("type").asString(), Collectors.counting()));
        assertThat(types)
                .isEqualTo(
                        Map.of(
                                "PARTY_COMMITTEE", 1L,
                                "GENERAL_BRANCH", 20L,
                                "DIRECT_BRANCH", 8L,
                                "BRANCH", 150L));
        List<JsonNode> members = client.rows(SECRETARY, "members", "members");
        assertThat(members).hasSize(4_000);
        assertThat(members).allMatch(m -> m.path("name").asString().matches("\\p{IsHan}{2,3}"));
    }

    @Test
    @Order(3)
    void a_second_run_changes_nothing_in_whatever_form_the_file_comes() {
        Map<String, Long> before = heads();
        String staff = new String(shipped("members-staff.csv"), GB18030);
        int rows = (int) staff.lines().count() - 1;

        for (byte[] form :
                List.of(
                        staff.getBytes(GB18030),
                        staff.getBytes(UTF_8),
                        ("\uFEFF" + staff).getBytes(UTF_8))) {
            JsonNode again = imports.take("members", form);
            assertThat(again.path("wrongRows").toString()).isEqualTo("[]");
            assertThat(again.path("imported").asInt()).isZero();
            assertThat(again.path("unchanged").asInt()).isEqualTo(rows);
        }
        assertThat(
                        imports.take("members", shipped("members-students.xlsx"))
                                .path("imported")
                                .asInt())
                .isZero();
        assertThat(
                        imports.take("organizations", shipped("organizations.xlsx"))
                                .path("unchanged")
                                .asInt())
                .isEqualTo(179);
        assertThat(heads()).isEqualTo(before);
    }

    private static void appointSecretary() {
        String committee =
                client.rows(SECRETARY, "organizations", "organization-tree").stream()
                        .filter(row -> row.path("type").asString().equals("PARTY_COMMITTEE"))
                        .map(row -> row.path("key").asString())
                        .findFirst()
                        .orElseThrow();
        client.send(
                new Command(
                        SECRETARY,
                        "organizations",
                        "AppointToOffice",
                        Map.of(
                                "appointment",
                                "first",
                                "organization",
                                committee,
                                "office",
                                "SECRETARY",
                                "person",
                                SECRETARY),
                        "2006-09-01",
                        "first",
                        List.of()));
    }

    private static void settle() {
        RunningCampaign.settle(platform, client);
    }

    private static Map<String, Long> heads() {
        Map<String, Long> heads = new TreeMap<>();
        platform.services()
                .runtimes()
                .forEach(runtime -> heads.put(runtime.service().name(), runtime.log().head()));
        return heads;
    }
}
