package org.zhengyou.kit.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.host.TestHost.Answer;

class PreviewHttpTest extends HttpTest {
    private static final String PREVIEW = "?preview=true";

    @Test
    void a_preview_tells_what_would_happen_and_records_nothing() {
        long head = host.runtime().log().head();
        Answer would = host.send("OpenExhibition" + PREVIEW, setup, open("p1", 3));

        assertThat(would.status()).isEqualTo(200);
        assertThat(would.json().at("/events/0/type").asString())
                .isEqualTo("exhibitions.ExhibitionOpened");
        assertThat(would.json().at("/events/0/event/places").intValue()).isEqualTo(3);
        assertThat(host.runtime().log().head()).isEqualTo(head);
    }

    @Test
    void a_preview_names_the_rule_that_says_no() {
        Answer refused = host.send("CloseExhibition" + PREVIEW, setup, close("p-none", "over"));

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.json().path("clause").asString()).isEqualTo("S57");
    }

    @Test
    void a_preview_uses_up_no_key() {
        var would =
                host.command("OpenExhibition" + PREVIEW, setup, open("p2", 3))
                        .header("Idempotency-Key", "p2");
        assertThat(host.send(would).json().path("events")).hasSize(1);
        var other =
                host.command("OpenExhibition", setup, open("p3", 3))
                        .header("Idempotency-Key", "p2");

        Answer done = host.send(other);
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.json().path("repeated").booleanValue()).isFalse();
        assertThat(host.send(would).json().path("events")).hasSize(1);
    }

    @Test
    void who_may_not_act_is_told_nothing_beforehand() {
        host.send("OpenExhibition", setup, open("p4", 3));
        Answer stranger =
                host.send("CloseExhibition" + PREVIEW, issuer.token("bob"), close("p4", "over"));

        assertThat(stranger.problem()).isEqualTo("ACTOR_LACKS_AUTHORITY");
        assertThat(stranger.json().has("events")).isFalse();
    }

    @Test
    void what_is_told_only_when_it_is_recorded_is_not_told_by_a_preview() {
        host.send("OpenExhibition", setup, open("p5", 3));
        Answer would = host.send("CloseExhibition" + PREVIEW, setup, close("p5", "over"));

        assertThat(would.json().path("events")).hasSize(2);
        assertThat(would.json().at("/events/0/event").isNull()).isTrue();
        assertThat(would.response().body()).doesNotContain("over");
    }

    @Test
    void whether_it_is_a_preview_is_said_clearly() {
        Answer unclear = host.send("OpenExhibition?preview=yes", setup, open("p6", 3));

        assertThat(unclear.status()).isEqualTo(400);
        assertThat(unclear.json().at("/errors/0/field").asString()).isEqualTo("preview");
    }

    @Test
    void what_happened_is_not_said_of_a_day_to_come() {
        String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();
        var ahead =
                host.command("CloseExhibition", setup, close("p7", "over"))
                        .header("Zhengyou-Effective-At", tomorrow);

        Answer refused = host.send(ahead);
        assertThat(refused.problem()).isEqualTo("MALFORMED_REQUEST");
        assertThat(refused.json().at("/errors/0/field").asString())
                .isEqualTo("Zhengyou-Effective-At");
        assertThat(
                        host.send(
                                        host.command("OpenExhibition", setup, open("p7", 3))
                                                .header("Zhengyou-Effective-At", tomorrow))
                                .status())
                .isEqualTo(200);
    }
}
