package org.zhengyou.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.authority.AppointmentFacts.OfficeAppointmentMade;
import org.zhengyou.kit.authority.OfficeDirectory;
import org.zhengyou.kit.authority.OrganizationDirectory;
import org.zhengyou.kit.host.JournalLines;
import org.zhengyou.kit.host.TestHost;
import org.zhengyou.kit.host.TestHost.Answer;
import org.zhengyou.kit.host.TestIssuer;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.projection.Eventually;
import org.zhengyou.kit.projection.Facts;
import org.zhengyou.kit.runtime.Knowledge;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.kit.spec.DeciderScenario;
import org.zhengyou.members.register.BranchesByCode;
import tools.jackson.databind.JsonNode;

/** 导入 (F6) as its callers see it: 5,000 rows, some of them wrong, and the same file again. */
class MembersHttpTest {
    private static final int ROWS = 5_000;
    private static final int EACH_WRONG = 500;
    private static final Instant FOUNDED = DeciderScenario.day("2006-01-01");

    /** 党组织成立, with all the fields that are read here. */
    private record OrganizationEstablished(
            String organization,
            String type,
            @Nullable String parent,
            String code,
            String labelZh,
            String labelEn) {}

    @Test
    void valid_rows_go_in_every_bad_row_is_listed_and_a_second_run_changes_nothing(
            @TempDir Path folder) {
        try (TestStore store = new TestStore(folder);
                TestIssuer issuer = TestIssuer.start();
                TestHost host =
                        TestHost.start(
                                MembersService.definition(), store, issuer, folder, Map.of())) {
            String token = issuer.token("gao");
            learn(host.runtime());

            JsonNode first = run(host, token, "");
            assertThat(first.path("imported").asInt()).isEqualTo(ROWS - ROWS / EACH_WRONG);
            assertListed(first);
            JsonNode preview = run(host, token, "?preview=true");
            assertThat(preview.path("unchanged").asInt()).isEqualTo(ROWS - ROWS / EACH_WRONG);
            JsonNode second = run(host, token, "");
            assertThat(second.path("imported").asInt()).isZero();
            assertThat(second.path("unchanged").asInt()).isEqualTo(ROWS - ROWS / EACH_WRONG);
            assertListed(second);
            assertThat(host.runtime().log().head()).isEqualTo(ROWS - ROWS / EACH_WRONG);
            assertRoster(host, token, first.path("position").asLong());
        }
    }

    @Test
    void each_role_that_is_granted_or_revoked_is_a_line_of_the_security_journal(
            @TempDir Path folder) {
        try (TestStore store = new TestStore(folder);
                TestIssuer issuer = TestIssuer.start();
                TestHost host =
                        TestHost.start(
                                MembersService.definition(), store, issuer, folder, Map.of());
                JournalLines journal = new JournalLines()) {
            learn(host.runtime());
            for (String command : List.of("GrantPlatformRole", "RevokePlatformRole")) {
                Map<String, String> role = Map.of("person", "lin", "role", "OPERATOR");
                assertThat(host.send(command, issuer.token("gao"), role).status()).isEqualTo(200);
            }

            assertThat(journal.written().stream().filter(line -> line.contains("POWER_CHANGED")))
                    .extracting(
                            line -> line.replaceAll(".* account=(\\S+) .* code=(\\S+) .*", "$1 $2"))
                    .containsExactly(
                            "gao members.PlatformRoleGranted", "gao members.PlatformRoleRevoked");
            assertThat(journal.written()).noneMatch(line -> line.contains("lin"));
        }
    }

    private static void learn(ServiceRuntime runtime) {
        Object[] told = {
            new OrganizationEstablished("dw", "PARTY_COMMITTEE", null, "DW", "党委", ""),
            new OrganizationEstablished("college", "GENERAL_BRANCH", "dw", "A", "总支", ""),
            new OrganizationEstablished("branch", "BRANCH", "college", "A1", "支部", ""),
            new OfficeAppointmentMade("a-1", "dw", "SECRETARY", "gao")
        };
        Facts facts = new Facts(runtime);
        for (int i = 0; i < told.length; i++)
            facts.learns("organizations", i + 1, told[i], "e-" + i, FOUNDED, FOUNDED);
        Knowledge knowledge = runtime.knowledge();
        Eventually.eventually(
                "the facts have arrived",
                () ->
                        knowledge.look(OrganizationDirectory.class, "branch").isKnown()
                                && !knowledge
                                        .look(OfficeDirectory.class, "gao")
                                        .appointments()
                                        .isEmpty()
                                && !knowledge
                                        .look(BranchesByCode.class, "A1")
                                        .organization()
                                        .isEmpty());
    }

    /** Each 500th row names a branch that is none, in turn an unknown code and a general branch. */
    private static byte[] file() {
        StringBuilder file = new StringBuilder("党员编号,姓名,类别,党支部编号,生效日期\n");
        for (int i = 1; i <= ROWS; i++) {
            boolean wrong = i % EACH_WRONG == 0;
            String code = wrong ? (i % (2 * EACH_WRONG) == 0 ? "A" : "Z9") : "A1";
            file.append("N%05d,党员%d,学生,%s,2010-05-01\n".formatted(i, i, code));
        }
        return file.toString().getBytes(Charset.forName("GB18030"));
    }

    private static JsonNode run(TestHost host, String token, String how) {
        JsonNode report =
                host.send(
                                host.request("/members/imports/members" + how)
                                        .header("Authorization", "Bearer " + token)
                                        .header("Content-Type", "application/octet-stream")
                                        .POST(BodyPublishers.ofByteArray(file())))
                        .json();
        while (!report.path("finished").asBoolean()) report = later(host, token, report);
        return report;
    }

    /** However long a file takes, it goes on. */
    private static JsonNode later(TestHost host, String token, JsonNode before) {
        String path = "imports/" + before.path("id").asString();
        int done = before.path("done").asInt();
        Eventually.eventually(
                "more than " + done + " rows are decided",
                () -> answer(host, token, path).path("done").asInt() > done);
        return answer(host, token, path);
    }

    private static void assertListed(JsonNode report) {
        JsonNode wrong = report.path("wrongRows");
        assertThat(wrong.size()).as(wrong.toString()).isEqualTo(ROWS / EACH_WRONG);
        for (int i = 0; i < wrong.size(); i++) {
            JsonNode row = wrong.path(i);
            assertThat(row.path("row").asInt()).isEqualTo(EACH_WRONG * (i + 1) + 1);
            assertThat(row.path("reason").asString())
                    .contains(i % 2 == 0 ? "党支部编号" : "members belong to a branch")
                    .doesNotContain("党员" + EACH_WRONG * (i + 1));
        }
    }

    private static void assertRoster(TestHost host, String token, long position) {
        String roster = "branch-roster?after=members:" + position + "&filter=branch:branch";
        JsonNode first = answer(host, token, roster + "&limit=2").path("rows").path(0);
        assertThat(first.path("member").asString()).isEqualTo(first.path("key").asString());
        assertThat(first.path("branch").asString()).isEqualTo("branch");
        JsonNode counts = answer(host, token, roster + "&count=branch").path("counts");
        assertThat(counts.size()).isEqualTo(1);
        assertThat(counts.path(0).path("count").asInt()).isEqualTo(ROWS - ROWS / EACH_WRONG);
    }

    private static JsonNode answer(TestHost host, String token, String path) {
        Answer answer =
                host.send(
                        host.request("/members/" + path)
                                .header("Authorization", "Bearer " + token));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json();
    }
}
