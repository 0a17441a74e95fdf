package org.zhengyou.organizations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.host.JournalLines;
import org.zhengyou.kit.host.TestHost;
import org.zhengyou.kit.host.TestHost.Answer;
import org.zhengyou.kit.host.TestIssuer;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.projection.Eventually;
import tools.jackson.databind.JsonNode;

/** The service as its callers see it: a university from a file, offices, a leading group. */
class OrganizationsHttpTest {
    private static final String FILE =
            """
            编号,名称,英文名,类型,上级编号,单位类别,成立日期
            DW,中共大学委员会,University Party Committee,学校党委,,,1958-09-01
            A,数学学院党总支,School of Mathematics,党总支,DW,二级学院,2001-03-01
            A1,数学学院教工党支部,,党支部,A,二级学院,2001-03-01
            A2,数学学院学生党支部,,党支部,X,二级学院,2001-03-01
            D,图书馆直属党支部,,直属党支部,DW,机关教辅单位,2003-01-01
            """;

    @Test
    void a_university_is_imported_and_led_and_its_leading_group_follows_the_offices(
            @TempDir Path folder) {
        try (TestStore store = new TestStore(folder);
                TestIssuer issuer = TestIssuer.start();
                TestHost host =
                        TestHost.start(
                                OrganizationsService.definition(),
                                store,
                                issuer,
                                folder,
                                Map.of());
                JournalLines journal = new JournalLines()) {
            new Story(host, issuer).run();
            tellsOfEachChangeOfPower(journal);
        }
    }

    /** By whom and how; whom it concerns is told by the log. */
    private static void tellsOfEachChangeOfPower(JournalLines journal) {
        assertThat(journal.written().stream().filter(line -> line.contains("POWER_CHANGED")))
                .extracting(line -> line.replaceAll(".* account=(\\S+) .* act=(\\S+) .*", "$1 $2"))
                .containsExactly(
                        "founder organizations/commands/AppointToOffice",
                        "gao organizations/commands/AppointToOffice",
                        "gao organizations/commands/EndOfficeAppointment",
                        "founder organizations/commands/AppointToOffice",
                        "lin organizations/commands/AppointToOffice");
        assertThat(journal.written()).noneMatch(line -> line.contains("a-lin"));
    }

    /** One university from its first file to its second secretary. */
    private record Story(TestHost host, TestIssuer issuer) {
        void run() {
            assertThat(imported()).containsEntry("imported", 4).containsEntry("unchanged", 0);
            assertThat(imported()).containsEntry("imported", 0).containsEntry("unchanged", 4);
            String committee = idOf("DW");
            appoint("founder", "a-gao", "SECRETARY", "gao", "2006-09-01");
            appoint("gao", "a-deputy", "DEPUTY_SECRETARY", "deputy", "2006-09-02");
            String group = "{\"body\":\"group\",\"organization\":\"%s\"}".formatted(committee);
            tell("gao", "FormLeadingGroup", group, "2010-06-05");
            awaitHead("2010-06-05", "gao");
            assertThat(end("deputy", "a-gao", committee, "2011-03-01").problem())
                    .isEqualTo("ACTOR_LACKS_AUTHORITY");
            assertThat(end("gao", "a-gao", committee, "2011-03-01").status()).isEqualTo(200);
            awaitHead("2011-03-01", "");
            appoint("founder", "a-lin", "SECRETARY", "lin", "2011-03-01");
            awaitHead("2011-03-01", "lin");
            awaitHead("2010-12-31", "gao");
            assertThat(rows("lin", "missing-campaign-offices?asOf=2010-06-05&sort=code"))
                    .isEqualTo("A,D");
            assertThat(rows("somebody", "organization-tree?sort=code")).isEqualTo("A,A1,D,DW");
            assertThat(rows("somebody", "office-holders")).isEmpty();
            attestLateActs();
            refuseWhatWouldBeAboveItself();
        }

        /** What it rests on is then what it is about: both are read as one. */
        private void refuseWhatWouldBeAboveItself() {
            String body =
                    """
                    {"organization":"odd","parent":"odd","type":"BRANCH","hostUnitKind":"COLLEGE",\
                    "code":"odd","labelZh":"支部","labelEn":""}""";
            assertThat(send("lin", "EstablishOrganization", body, "2011-04-01").status())
                    .isBetween(400, 499);
        }

        /** Everything here is told years late. Gao is secretary no longer, Lin is since 2011-03. */
        private void attestLateActs() {
            String formed = "late-acts?filter=type:organizations.LeadingGroupFormed";
            JsonNode act = get("lin", formed);
            assertThat(act.path("actor").asString()).isEqualTo("gao");
            assertThat(act.path("effectiveOn").asString()).isEqualTo("2010-06-05");
            assertThat(act.path("daysLate").asInt()).isGreaterThan(5_000);
            assertThat(act.path("policy").asString()).isEqualTo("P-BACKDATE");
            assertThat(act.path("attestation").asString()).isEqualTo("MISSING");
            assertThat(answer("somebody", formed).path("rows").isEmpty()).isTrue();
            String key = act.path("key").asString();
            for (String nobody : new String[] {"gao", "founder", "somebody"})
                assertThat(attest(nobody, key).problem()).isEqualTo("ACTOR_LACKS_AUTHORITY");
            Answer attested = attest("deputy", key);
            assertThat(attested.status()).as(attested.response().body()).isEqualTo(200);
            assertThat(attest("deputy", key).json().path("types").isEmpty()).isTrue();
            JsonNode after = get("lin", formed + seen(attested));
            assertThat(after.path("attestation").asString()).isEqualTo("GIVEN");
            assertThat(after.path("attestedBy").asString()).isEqualTo("deputy");
            letLateActsStand();
        }

        /** An adoption is late itself, and excuses what is recorded after it. */
        private void letLateActsStand() {
            String policy =
                    """
                    {"policy":"P-BACKDATE","version":1,"value":"none","documentDigest":"d"}""";
            Answer adopted = send("lin", "AdoptPolicy", policy, "2011-03-02");
            assertThat(adopted.status()).as(adopted.response().body()).isEqualTo(200);
            String own = "late-acts?filter=actor:lin&filter=attestation:MISSING";
            JsonNode adoption = get("lin", own + seen(adopted));
            assertThat(adoption.path("type").asString()).isEqualTo("organizations.PolicyAdopted");
            assertThat(answer("lin", "policies?limit=1" + seen(adopted)).path("rows")).hasSize(1);
            assertThat(attest("lin", adoption.path("key").asString()).problem())
                    .isEqualTo("CONFLICT_OF_INTEREST");
            String body =
                    """
                    {"appointment":"a-mo","organization":"%s","office":"COMMITTEE_MEMBER",\
                    "person":"mo"}"""
                            .formatted(idOf("DW"));
            Answer appointed = send("lin", "AppointToOffice", body, "2011-04-01");
            assertThat(appointed.status()).as(appointed.response().body()).isEqualTo(200);
            assertThat(answer("lin", own + seen(appointed)).path("rows")).hasSize(1);
        }

        private Answer attest(String by, String act) {
            String token = by.equals("founder") ? setup() : issuer.token(by);
            return host.send(host.command("AttestAct", token, "{\"act\":\"" + act + "\"}"));
        }

        private static String seen(Answer answer) {
            return "&after=organizations:" + answer.json().path("position").asLong();
        }

        private Map<String, Integer> imported() {
            Answer answer =
                    host.send(
                            host.request("/organizations/imports/organizations")
                                    .header("Authorization", "Bearer " + setup())
                                    .header("Content-Type", "application/octet-stream")
                                    .POST(BodyPublishers.ofByteArray(FILE.getBytes(UTF_8))));
            JsonNode report = answer.json();
            assertThat(report.path("finished").asBoolean()).as(report.toString()).isTrue();
            assertThat(report.path("wrongRows").size()).as(report.toString()).isEqualTo(1);
            JsonNode wrong = report.path("wrongRows").path(0);
            assertThat(wrong.path("row").asInt()).isEqualTo(5);
            assertThat(wrong.path("code").asString()).isEqualTo("NOT_ON_RECORD");
            Map<String, Integer> counts = new HashMap<>();
            for (String count : new String[] {"imported", "unchanged"})
                counts.put(count, report.path(count).asInt());
            return counts;
        }

        private String setup() {
            return issuer.token("founder", Actor.SETUP);
        }

        private void appoint(String by, String id, String office, String person, String date) {
            String body =
                    """
                    {"appointment":"%s","organization":"%s","office":"%s","person":"%s"}"""
                            .formatted(id, idOf("DW"), office, person);
            tell(by, "AppointToOffice", body, date);
        }

        private Answer end(String by, String id, String committee, String date) {
            String body =
                    "{\"appointment\":\"%s\",\"organization\":\"%s\",\"reason\":\"换届\"}"
                            .formatted(id, committee);
            return send(by, "EndOfficeAppointment", body, date);
        }

        /** Told as soon as the directory of offices has what was told before. */
        private void tell(String by, String name, String body, String date) {
            Eventually.eventually(
                    name + " by " + by, () -> send(by, name, body, date).status() < 300);
        }

        private Answer send(String by, String name, String body, String date) {
            String token = by.equals("founder") ? setup() : issuer.token(by);
            return host.send(host.command(name, token, body).header("Zhengyou-Effective-At", date));
        }

        private void awaitHead(String date, String person) {
            Eventually.eventually("head " + person, () -> person.equals(head(date)));
        }

        private String head(String date) {
            for (JsonNode seat : get("deputy", "bodies/group?asOf=" + date).path("seats"))
                if (seat.path("seat").asString().equals("HEAD"))
                    return seat.path("person").asString();
            return "";
        }

        private String idOf(String code) {
            return get("founder", "organization-tree?filter=code:" + code).path("key").asString();
        }

        /** The first row. */
        private JsonNode get(String by, String path) {
            return answer(by, path).path("rows").path(0);
        }

        private String rows(String by, String path) {
            return String.join(
                    ",",
                    answer(by, path)
                            .path("rows")
                            .valueStream()
                            .map(row -> row.path("code").asString())
                            .toList());
        }

        private JsonNode answer(String by, String path) {
            return host.send(
                            host.request("/organizations/" + path)
                                    .header("Authorization", "Bearer " + issuer.token(by)))
                    .json();
        }
    }
}
