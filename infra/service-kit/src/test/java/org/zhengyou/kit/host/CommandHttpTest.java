package org.zhengyou.kit.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.host.TestHost.Answer;
import org.zhengyou.kit.runtime.EventMetadata;
import org.zhengyou.kit.sample.ExhibitionCommand.ForgePlace;
import org.zhengyou.kit.sample.ExhibitionCommand.RateExhibition;
import org.zhengyou.kit.sample.ExhibitionId;
import org.zhengyou.log.StoredEvent;

class CommandHttpTest extends HttpTest {
    @Test
    void a_command_is_answered_with_position_and_event_types() {
        Answer answer = host.send("OpenExhibition", setup, open("a1", 3));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().path("types").get(0).stringValue())
                .isEqualTo("exhibitions.ExhibitionOpened");
        assertThat(answer.json().path("position").longValue()).isEqualTo(last().position());
        assertThat(answer.json().path("repeated").booleanValue()).isFalse();
    }

    @Test
    void the_position_is_that_of_the_last_of_several_events() {
        host.send("OpenExhibition", setup, open("a2", 3));
        Answer answer = host.send("CloseExhibition", setup, close("a2", "it is over"));

        assertThat(answer.json().path("types")).hasSize(2);
        assertThat(answer.json().path("position").longValue()).isEqualTo(last().position());
    }

    @Test
    void a_command_that_changes_nothing_has_no_types() {
        host.send("OpenExhibition", setup, open("a3", 3));
        long head = last().position();
        Answer again = host.send("OpenExhibition", setup, open("a3", 3));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("types")).isEmpty();
        assertThat(last().position()).isEqualTo(head);
    }

    @Test
    void who_why_and_on_whose_authority_is_recorded_with_the_event() {
        var request =
                host.command("OpenExhibition", setup, open("a4", 3))
                        .header("Zhengyou-Correlation-Id", "opening-day");
        assertThat(host.send(request).status()).isEqualTo(200);

        assertThat(last().metadata())
                .containsEntry(EventMetadata.ACTOR, "founder")
                .containsEntry(EventMetadata.AUTHORITY, "S93 P-SETUP")
                .containsEntry(EventMetadata.CORRELATION, "opening-day")
                .doesNotContainKey(EventMetadata.CAUSATION);
        assertThat(last().id()).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab].*");
    }

    @Test
    void what_is_entered_from_a_document_says_so() {
        String digest = "0af1".repeat(16);
        var request =
                host.command("OpenExhibition", setup, open("d1", 3))
                        .header("Zhengyou-Document", digest + ";p.3");
        assertThat(host.send(request).status()).isEqualTo(200);
        assertThat(last().metadata())
                .containsEntry(EventMetadata.PROVENANCE, EventMetadata.ENTERED)
                .containsEntry(EventMetadata.DOCUMENT, digest)
                .containsEntry(EventMetadata.PAGE, "p.3");
        var wrong =
                host.command("OpenExhibition", setup, open("d2", 3))
                        .header("Zhengyou-Document", digest.substring(1));
        assertThat(host.send(wrong).status()).isEqualTo(400);
    }

    @Test
    void nobody_acts_on_behalf_without_a_document_or_without_an_office_over_that_person() {
        host.send("OpenExhibition", setup, open("d3", 3));
        var without =
                host.command("TakePlace", setup, take("d3", "ann", "n-d3"))
                        .header("Zhengyou-On-Behalf-Of", "ann");
        Answer malformed = host.send(without);
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.response().body()).contains("Zhengyou-Document");
        var stranger =
                host.command("TakePlace", setup, take("d3", "ann", "n-d3"))
                        .header("Zhengyou-On-Behalf-Of", "ann")
                        .header("Zhengyou-Document", "0af1".repeat(16));
        assertThat(host.send(stranger).problem()).isEqualTo("ACTOR_LACKS_AUTHORITY");
    }

    @Test
    void an_effective_date_is_a_day_at_the_university() {
        var request =
                host.command("OpenExhibition", setup, open("a5", 3))
                        .header("Zhengyou-Effective-At", "2010-06-15");
        assertThat(host.send(request).status()).isEqualTo(200);

        assertThat(last().effectiveAt()).isEqualTo("2010-06-14T16:00:00Z");
        assertThat(last().recordedAt()).isAfter(last().effectiveAt());
    }

    @Test
    void rules_run_on_the_effective_date() {
        String ann = issuer.token("ann");
        host.send(
                host.command("OpenExhibition", setup, open("a6", 3))
                        .header("Zhengyou-Effective-At", "2010-06-15"));
        var early =
                host.command("TakePlace", ann, take("a6", "ann", "n-ann"))
                        .header("Zhengyou-Effective-At", "2010-06-14");

        Answer refused = host.send(early);
        assertThat(refused.problem()).isEqualTo("STEP_OUT_OF_ORDER");
        assertThat(refused.json().path("detail").stringValue()).contains("2010-06-15");
        assertThat(refused.json().path("clause").stringValue()).isEqualTo("S57");
        assertThat(refused.json().path("titleZh").stringValue()).isEqualTo("步骤次序不符");
        assertThat(refused.status()).isEqualTo(409);
    }

    @Test
    void a_personal_value_reaches_the_log_sealed_and_its_tag_blind() {
        host.send("OpenExhibition", setup, open("a7", 3));
        String bob = issuer.token("bob");
        assertThat(host.send("TakePlace", bob, take("a7", "bob", "20100042")).status())
                .isEqualTo(200);

        assertThat(last().payload()).contains("sealed").doesNotContain("20100042");
        assertThat(last().tags()).noneMatch(tag -> tag.contains("20100042"));
        assertThat(last().tags()).anyMatch(tag -> tag.matches("visitorNumber=[0-9a-f]{32}"));
    }

    @Test
    void a_number_is_unique_across_entities() {
        host.send("OpenExhibition", setup, open("a8", 3));
        host.send("OpenExhibition", setup, open("a9", 3));
        host.send("TakePlace", issuer.token("cat"), take("a8", "cat", "shared"));

        Answer second = host.send("TakePlace", issuer.token("dan"), take("a9", "dan", "shared"));
        assertThat(second.problem()).isEqualTo("ALREADY_ON_RECORD");
    }

    @Test
    void a_command_can_wait_for_what_was_recorded_before() {
        long position =
                host.send("OpenExhibition", setup, open("b1", 3))
                        .json()
                        .path("position")
                        .longValue();
        String path = "/exhibitions/commands/CloseExhibition?after=exhibitions:" + position;

        Answer answer = host.send(post(path, close("b1", "over")));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void refusals_have_the_status_that_fits_them() {
        host.send("OpenExhibition", setup, open("b2", 1));
        Map<String, Answer> answers =
                Map.of(
                        "ACTOR_LACKS_AUTHORITY 403",
                        host.send("CloseExhibition", issuer.token("eve"), close("b2", "x")),
                        "NOT_ON_RECORD 404",
                        host.send("CloseExhibition", setup, close("nowhere", "x")),
                        "PART_MISSING 422",
                        host.send("CloseExhibition", setup, "{\"exhibition\":\"b2\"}"),
                        "RESULT_MISSING 409",
                        host.send(
                                "RateExhibition",
                                setup,
                                new RateExhibition(new ExhibitionId("b2"), 5)));

        answers.forEach(
                (expected, answer) ->
                        assertThat(answer.problem() + " " + answer.status()).isEqualTo(expected));
        Answer later = answers.get("RESULT_MISSING 409");
        assertThat(later).isNotNull();
        assertThat(later == null ? "" : later.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void a_decision_without_authority_is_a_defect_that_is_logged_and_not_shown() {
        host.send("OpenExhibition", setup, open("b3", 1));
        long head = last().position();
        Answer answer = host.send("ForgePlace", setup, new ForgePlace(new ExhibitionId("b3")));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.problem()).isEqualTo("INTERNAL_ERROR");
        assertThat(answer.json().path("errorId").stringValue()).hasSize(36);
        assertThat(answer.response().body())
                .doesNotContain("Exception")
                .doesNotContain("authority");
        assertThat(last().position()).isEqualTo(head);
    }

    private static HttpRequest.Builder post(String path, Object body) {
        return host.request(path)
                .header("Authorization", "Bearer " + setup)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(TestHost.JSON.writeValueAsString(body)));
    }

    private static StoredEvent last() {
        var log = host.runtime().log();
        List<StoredEvent> page = log.page(log.head() - 1, 1);
        return page.getFirst();
    }
}
