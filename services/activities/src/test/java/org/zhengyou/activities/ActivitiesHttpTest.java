package org.zhengyou.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.authority.AppointmentFacts.OfficeAppointmentMade;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationEstablished;
import org.zhengyou.kit.authority.MemberFacts.PartyMemberRegistered;
import org.zhengyou.kit.host.TestHost;
import org.zhengyou.kit.host.TestHost.Answer;
import org.zhengyou.kit.host.TestIssuer;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.projection.Facts;
import org.zhengyou.kit.spec.DeciderScenario;
import tools.jackson.databind.JsonNode;

/** The service as its callers see it: a directive, a campaign, a late plan, an activity. */
class ActivitiesHttpTest {
    private static final Instant FOUNDED = DeciderScenario.day("2006-01-01");
    private static final String DIGEST = "0".repeat(64);

    @Test
    void a_secretary_plans_holds_records_and_annuls_and_a_stranger_is_refused(
            @TempDir Path folder) {
        try (TestStore store = new TestStore(folder);
                TestIssuer issuer = TestIssuer.start();
                TestHost host =
                        TestHost.start(
                                ActivitiesService.definition(), store, issuer, folder, Map.of())) {
            Story story = new Story(host, issuer, new Facts(host.runtime()));
            story.learn();
            story.launch();
            story.planLate();
            story.attend();
            story.refuse();
        }
    }

    /** One branch from the campaign's launch to a mistake put right. */
    private record Story(TestHost host, TestIssuer issuer, Facts facts) {
        void learn() {
            Object[] told = {
                new OrganizationEstablished("dw", "PARTY_COMMITTEE", null, null, "党委", "DW"),
                new OrganizationEstablished("lib", "DIRECT_BRANCH", null, "dw", "图书馆", "Library"),
                new OfficeAppointmentMade("a-1", "dw", "SECRETARY", "gao"),
                new OfficeAppointmentMade("a-2", "lib", "SECRETARY", "han")
            };
            for (int i = 0; i < told.length; i++)
                facts.learns("organizations", i + 1, told[i], "e-" + i, FOUNDED, FOUNDED);
            List<String> members = List.of("ann", "bob");
            for (int i = 0; i < members.size(); i++)
                facts.learns(
                        "members",
                        i + 1,
                        new PartyMemberRegistered(members.get(i), "lib", "STAFF"),
                        members.get(i),
                        FOUNDED,
                        FOUNDED);
            facts.areSeen();
        }

        void launch() {
            done("gao", "2010-06-01", "RegisterDirective", directive());
            String found = only("han", "directives").path("key").asString();
            assertThat(found).isEqualTo("d-1");
            done(
                    "gao",
                    "2010-06-01",
                    "LaunchCampaign",
                    """
                    {"campaign":"c","organization":"dw","titleZh":"创先争优活动","decidedOn":"2010-05-31",
                     "documentDigest":"%s","directives":["%s"]}"""
                            .formatted(DIGEST, found));
            define(1, "2010-06-01", "\"2010-08-31\"");
            define(2, "2010-09-01", "\"2011-07-31\"");
            define(3, "2011-08-01", "\"2012-05-31\"");
            done("gao", "2010-06-01", "OpenPhase", "{\"campaign\":\"c\",\"phase\":1}");
            done("gao", "2010-06-02", "AdoptPlan", plan("p-dw", "dw", "UNIVERSITY", "null"));
            done("gao", "2010-08-31", "ClosePhase", "{\"campaign\":\"c\",\"phase\":1}");
            done("gao", "2010-09-01", "OpenPhase", "{\"campaign\":\"c\",\"phase\":2}");
        }

        void planLate() {
            String plan = plan("p-lib", "lib", "SECOND_TIER", "\"p-dw\"");
            refused("PHASE_NOT_OPEN", "han", "2010-09-05", "AdoptPlan", plan);
            String exception =
                    """
                    {"exception":"x","campaign":"c","act":"ADOPT_PLAN","organization":"lib",
                     "until":"2010-09-15","reason":"换届期间未能召开党员大会"}""";
            refused("ACTOR_LACKS_AUTHORITY", "han", "2010-09-05", "GrantPhaseException", exception);
            done("gao", "2010-09-05", "GrantPhaseException", exception);
            done("han", "2010-09-06", "AdoptPlan", plan);
            JsonNode cascade = only("han", "plan-cascade?filter=organization:lib");
            assertThat(cascade.path("plan").asString()).isEqualTo("p-lib");
            assertThat(cascade.path("planLate").asBoolean()).isTrue();
            assertThat(only("han", "phase-exceptions").path("until").asString())
                    .isEqualTo("2010-09-15");
            assertThat(rows("ann", "phase-exceptions")).isEmpty();
        }

        void attend() {
            done(
                    "han",
                    "2010-10-01",
                    "PlanActivity",
                    """
                    {"activity":"act","campaign":"c","organization":"lib","theme":"POST_DEDICATION",
                     "form":"READING","titleZh":"读书会","plannedFor":"2010-10-10"}""");
            done("han", "2010-10-10", "HoldActivity", "{\"activity\":\"act\",\"campaign\":\"c\"}");
            done("han", "2010-10-10", "RecordAttendance", attendance("[\"ann\",\"bob\"]", "[]"));
            assertThat(rows("ann", "attendance")).hasSize(1);
            assertThat(rows("han", "attendance?filter=activity:act")).hasSize(2);
            JsonNode shown = only("ann", "activities");
            assertThat(shown.path("titleZh").asString()).isEqualTo("读书会");
            assertThat(shown.path("heldOn").asString()).isEqualTo("2010-10-10");

            String annul =
                    """
                    {"activity":"act","branch":"lib","members":["bob"],"reason":"登记有误"}""";
            done("han", "2010-10-12", "AnnulAttendance", annul);
            assertThat(rows("han", "attendance?asOf=2010-10-11")).hasSize(1);
            assertThat(rows("bob", "attendance")).isEmpty();
            assertThat(done("han", "2010-10-12", "AnnulAttendance", annul).path("types")).isEmpty();
            refused("ALREADY_ON_RECORD", "han", "2010-10-13", "AnnulAttendance", annul);
            done("han", "2010-10-12", "RecordAttendance", attendance("[]", "[\"bob\"]"));
            assertThat(only("bob", "attendance").path("present").asBoolean()).isFalse();
        }

        void refuse() {
            refused(
                    "ACTOR_LACKS_AUTHORITY",
                    "ann",
                    "2010-10-12",
                    "RecordAttendance",
                    attendance("[\"ann\"]", "[]"));
            refused(
                    "ACTOR_LACKS_AUTHORITY",
                    "stranger",
                    "2010-10-12",
                    "AnnulAttendance",
                    """
                    {"activity":"act","branch":"lib","members":["ann"],"reason":"登记有误"}""");
            Answer bad =
                    send(
                            "han",
                            "2010-10-12",
                            "AnnulAttendance",
                            """
                            {"activity":"not an id","members":[],"reason":"%s","colour":"red"}"""
                                    .formatted("长".repeat(201)));
            assertThat(bad.problem()).isEqualTo("MALFORMED_REQUEST");
            assertThat(fields(bad)).contains("activity", "branch", "members", "reason", "colour");
        }

        private static String directive() {
            return """
                    {"directive":"d-1","number":"川委办〔2010〕13号","issuer":"省委","titleZh":"实施意见",
                     "digest":"%s"}"""
                    .formatted(DIGEST);
        }

        private static String plan(String id, String organization, String level, String parent) {
            return """
                    {"plan":"%s","campaign":"c","organization":"%s","level":"%s","parentPlan":%s,
                     "documentDigest":"%s"}"""
                    .formatted(id, organization, level, parent, DIGEST);
        }

        private static String attendance(String present, String excused) {
            return """
                    {"activity":"act","branch":"lib","present":%s,"excused":%s}"""
                    .formatted(present, excused);
        }

        private void define(int phase, String from, String to) {
            done(
                    "gao",
                    "2010-06-01",
                    "DefinePhase",
                    """
                    {"campaign":"c","phase":%d,"titleZh":"阶段","from":"%s","to":%s}"""
                            .formatted(phase, from, to));
        }

        private Answer send(String by, String date, String name, String body) {
            return host.send(
                    host.command(name, issuer.token(by), body)
                            .header("Zhengyou-Effective-At", date));
        }

        private JsonNode done(String by, String date, String name, String body) {
            Answer answer = send(by, date, name, body);
            assertThat(answer.status()).as(name + answer.response().body()).isLessThan(300);
            facts.areSeen();
            return answer.json();
        }

        private void refused(String code, String by, String date, String name, String body) {
            assertThat(send(by, date, name, body).problem()).as(name).isEqualTo(code);
        }

        private JsonNode only(String by, String path) {
            JsonNode rows = rows(by, path);
            assertThat(rows.size()).as(path).isEqualTo(1);
            return rows.path(0);
        }

        private JsonNode rows(String by, String path) {
            Answer answer =
                    host.send(
                            host.request("/activities/" + path)
                                    .header("Authorization", "Bearer " + issuer.token(by)));
            assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
            return answer.json().path("rows");
        }

        private static TreeSet<String> fields(Answer answer) {
            TreeSet<String> fields = new TreeSet<>();
            answer.json()
                    .path("errors")
                    .forEach(error -> fields.add(error.path("field").asString()));
            return fields;
        }
    }
}
