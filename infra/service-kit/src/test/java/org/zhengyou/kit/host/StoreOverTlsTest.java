package org.zhengyou.kit.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.runtime.CommandEnvelope;
import org.zhengyou.kit.sample.Exhibition;

/**
 * A store that answers over TLS only: the real driver, and TLS ended before the embedded server.
 */
class StoreOverTlsTest {
    private static final Actor FOUNDER = new Actor("founder", Set.of(Actor.SETUP));

    @TempDir Path folder = Path.of("");

    private TestCertificate certificate;
    private TestStore store;
    private TlsRelay relay;

    @BeforeEach
    void start() {
        certificate = TestCertificate.make(folder, "store");
        store = new TestStore(folder);
        relay = new TlsRelay(store.uri(), certificate);
    }

    @AfterEach
    void stop() {
        relay.close();
        store.close();
    }

    private static Service service() {
        return Service.named("spring").decider(Exhibition.decider()).opensPersonalData().build();
    }

    private Map<String, Object> settings(String uri, Path authorities) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("ZHENGYOU_MONGODB_URI", uri);
        settings.put("ZHENGYOU_MONGODB_CA_FILE", authorities.toString());
        settings.put("ZHENGYOU_PORT", "0");
        settings.put("ZHENGYOU_MASTER_KEY_FILE", folder.resolve("master.key").toString());
        return settings;
    }

    private String overTls() {
        return relay.uri() + "&tls=true";
    }

    private String secret() {
        return URI.create(store.uri()).getUserInfo().split(":", 2)[1];
    }

    @Test
    void a_service_records_over_tls_when_it_is_told_whom_to_trust() {
        try (RunningHost host =
                ServiceHost.start(
                        List.of(service()), settings(overTls(), certificate.certificate()))) {
            host.runtime("spring")
                    .commands()
                    .send(CommandEnvelope.of(HttpTest.open("x", 1), FOUNDER));

            assertThat(host.runtime("spring").log().head()).isEqualTo(1);
        }
    }

    @Test
    void several_authorities_are_trusted_and_none_besides() throws IOException {
        TestCertificate other = TestCertificate.make(folder, "other");
        Path both = folder.resolve("both.pem");
        Files.writeString(
                both,
                Files.readString(other.certificate())
                        + Files.readString(certificate.certificate()));
        try (RunningHost host = ServiceHost.start(List.of(service()), settings(overTls(), both))) {
            assertThat(host.port()).isPositive();
        }

        Said.by(service(), settings(overTls(), other.certificate()))
                .isOneLine(
                        secret(),
                        "there is no TLS with MongoDB",
                        "ZHENGYOU_MONGODB_CA_FILE",
                        "PKIX");
    }

    @Test
    void a_password_that_is_wrong_is_said_and_not_told() {
        String wrong = overTls().replace(secret(), "not-the-password");

        Said.by(service(), settings(wrong, certificate.certificate()))
                .isOneLine("not-the-password", "用户名或密码", "ZHENGYOU_MONGODB_URI");
    }

    @Test
    void a_file_of_authorities_that_is_none_is_named() throws IOException {
        Path none = folder.resolve("none.pem");
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        Path words = Files.writeString(folder.resolve("words.pem"), "no certificate");
        String broken = Files.readString(certificate.certificate()).replace("MII", "MMI");
        Path damaged = Files.writeString(folder.resolve("damaged.pem"), broken);

        for (Path file : List.of(none, empty, words, damaged, certificate.key()))
            Said.by(service(), settings(overTls(), file))
                    .isOneLine(secret(), "ZHENGYOU_MONGODB_CA_FILE", file.toString());
    }

    @Test
    void authorities_without_tls_are_a_mistake() {
        Said.by(service(), settings(relay.uri(), certificate.certificate()))
                .isOneLine(secret(), "ZHENGYOU_MONGODB_CA_FILE", "tls=true");
    }

    @Test
    void without_tls_it_gets_no_answer_and_says_so() {
        Map<String, Object> settings = settings(relay.uri(), certificate.certificate());
        settings.remove("ZHENGYOU_MONGODB_CA_FILE");

        Said.by(service(), settings).isOneLine(secret(), "MongoDB does not answer", "tls=true");
    }

    @Test
    void an_address_that_is_none_is_not_quoted() {
        String secret = "p@ss:word";
        String uri = "mongodb://members:" + secret + "@127.0.0.1:27017/?tls=true";

        Said.by(service(), settings(uri, certificate.certificate()))
                .isOneLine(secret, "ZHENGYOU_MONGODB_URI", "percent-encoded");
    }
}
