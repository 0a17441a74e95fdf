package org.zhengyou.kit.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.host.TestHost.Answer;
import org.zhengyou.kit.sample.ExhibitionService;

class FaultHttpTest {
    @TempDir static Path folder = Path.of("");

    private interface Play {
        void with(TestHost host, TestProxy network, String setup);
    }

    @Test
    void without_its_store_a_service_says_so_and_recovers() {
        play(
                (host, network, setup) -> {
                    network.cut();
                    Answer down = host.send("OpenExhibition", setup, HttpTest.open("f1", 1));
                    assertThat(down.status()).isEqualTo(503);
                    // Which of them depends on where the line breaks.
                    assertThat(down.problem())
                            .isIn("NOT_AVAILABLE", "OUTCOME_UNKNOWN", "TIME_LIMIT_EXCEEDED");
                    assertThat(down.header("Retry-After")).isEqualTo("1");
                    assertThat(host.send(host.request("/health/readiness")).status())
                            .isEqualTo(503);
                    assertThat(host.send(host.request("/health/liveness")).status()).isEqualTo(200);

                    network.heal();
                    assertThat(open(host, setup, "f2", "after").status()).isEqualTo(200);
                });
    }

    @Test
    void an_unknown_outcome_is_learnt_with_the_same_key() {
        play(
                (host, network, setup) -> {
                    network.cutAfterNextInsert();
                    Answer unknown = open(host, setup, "f3", "same-key");
                    assertThat(unknown.status()).isEqualTo(503);
                    assertThat(unknown.problem()).isEqualTo("OUTCOME_UNKNOWN");
                    assertThat(unknown.json().path("detail").stringValue())
                            .contains("same Idempotency-Key");

                    network.heal();
                    Answer learnt = open(host, setup, "f3", "same-key");
                    assertThat(learnt.status()).as(learnt.response().body()).isEqualTo(200);
                    assertThat(learnt.json().path("types")).hasSize(1);
                    assertThat(host.runtime().log().head()).isEqualTo(2);
                });
    }

    private static Answer open(TestHost host, String setup, String id, String key) {
        return host.send(
                host.command("OpenExhibition", setup, HttpTest.open(id, 1))
                        .header("Idempotency-Key", key));
    }

    private static void play(Play play) {
        Path own = folder.resolve("" + System.nanoTime());
        try (TestStore store = new TestStore(own);
                TestProxy network = new TestProxy(store.uri());
                TestIssuer issuer = TestIssuer.start();
                TestHost host =
                        TestHost.start(
                                ExhibitionService.definition(),
                                store,
                                issuer,
                                own,
                                Map.of(
                                        "ZHENGYOU_MONGODB_URI",
                                        network.uri(),
                                        "ZHENGYOU_LOG_POLL",
                                        "PT0S",
                                        "ZHENGYOU_REQUEST_LIMIT",
                                        "PT2S"))) {
            String setup = issuer.token("founder", Actor.SETUP);
            // From the first act on there is a key under which the founder's commands are sealed.
            assertThat(open(host, setup, "f0", "first").status()).isEqualTo(200);
            play.with(host, network, setup);
        }
    }
}
