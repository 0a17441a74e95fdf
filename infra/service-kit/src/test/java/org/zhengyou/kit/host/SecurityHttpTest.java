package org.zhengyou.kit.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.host.TestHost.Answer;
import org.zhengyou.kit.sample.ExhibitionService;

class SecurityHttpTest extends HttpTest {
    @Test
    void nothing_but_health_is_answered_without_a_token() {
        for (String path :
                List.of("/", "/exhibitions/commands/OpenExhibition", "/prometheus", "/error")) {
            Answer answer = host.send(host.request(path));
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.problem()).isEqualTo("UNAUTHENTICATED");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        }
        for (String path : List.of("/health", "/health/liveness", "/health/readiness"))
            assertThat(host.send(host.request(path)).json().path("status").stringValue())
                    .isEqualTo("UP");
    }

    @Test
    void tokens_of_others_for_others_or_of_yesterday_are_refused() {
        try (TestIssuer stranger = TestIssuer.start()) {
            Map<String, String> tokens =
                    Map.of(
                            "signed by a stranger",
                                    stranger.token(c -> c.subject("ann").issuer(issuer.issuer())),
                            "of another issuer",
                                    issuer.token(c -> c.subject("ann").issuer("http://other")),
                            "for another audience",
                                    issuer.token(c -> c.subject("ann").audience("other")),
                            "expired",
                                    issuer.token(
                                            c ->
                                                    c.subject("ann")
                                                            .expirationTime(
                                                                    Date.from(
                                                                            Instant.now()
                                                                                    .minusSeconds(
                                                                                            600)))),
                            "without end", issuer.token(c -> c.subject("ann").expirationTime(null)),
                            "of nobody", issuer.token(c -> c),
                            "no token at all", "abc.def.ghi");
            tokens.forEach(
                    (what, token) ->
                            assertThat(host.send("OpenExhibition", token, open("s1", 1)).problem())
                                    .as(what)
                                    .isEqualTo("UNAUTHENTICATED"));
        }
    }

    @Test
    void nobody_passes_for_a_policy() {
        String token = issuer.token("policy:when-then");

        assertThat(host.send("OpenExhibition", token, open("s2", 1)).problem())
                .isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void an_auditor_changes_nothing() {
        String token = issuer.token("inspector", Actor.AUDITOR, Actor.SETUP);
        Answer answer = host.send("OpenExhibition", token, open("s3", 1));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("NOT_PERMITTED");
    }

    @Test
    void measurements_are_for_auditors_and_operators() {
        host.send("OpenExhibition", setup, open("s4", 1));
        host.send("CloseExhibition", setup, close("nowhere", "x"));

        assertThat(metrics(setup).problem()).isEqualTo("NOT_PERMITTED");
        assertThat(metrics(issuer.token("op", Actor.OPERATOR)).status()).isEqualTo(200);
        String text = metrics(issuer.token("inspector", Actor.AUDITOR)).response().body();
        assertThat(text)
                .contains("zhengyou_append_seconds_count{service=\"exhibitions\"}")
                .contains("zhengyou_command_seconds_count{command=\"OpenExhibition\"")
                .contains(
                        "zhengyou_refusals_total{code=\"NOT_ON_RECORD\",service=\"exhibitions\"}");
    }

    @Test
    void an_issuer_that_cannot_be_reached_is_not_the_clients_mistake() {
        TestIssuer gone = TestIssuer.start();
        gone.close();
        try (TestHost other =
                TestHost.start(ExhibitionService.definition(), store, gone, folder, Map.of())) {
            Answer answer = other.send("OpenExhibition", gone.token("ann"), open("s5", 1));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.problem()).isEqualTo("NOT_AVAILABLE");
        }
    }

    private static Answer metrics(String token) {
        return host.send(host.request("/prometheus").header("Authorization", "Bearer " + token));
    }
}
