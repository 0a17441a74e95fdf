package org.zhengyou.kit.kafka;

import static org.zhengyou.kit.kafka.LettersByKafka.assertExactlyOnce;
import static org.zhengyou.kit.kafka.LettersByKafka.eventuallyKnown;
import static org.zhengyou.kit.kafka.LettersByKafka.marks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.host.Said;
import org.zhengyou.kit.host.TestCertificate;
import org.zhengyou.kit.host.TestStore;
import org.zhengyou.kit.kafka.LettersByKafka.LetterMarked;
import org.zhengyou.kit.kafka.LettersByKafka.Marks;
import org.zhengyou.kit.projection.Node;
import org.zhengyou.kit.projection.letters.LetterService;
import org.zhengyou.kit.runtime.EventNames;
import org.zhengyou.kit.sample.Exhibition;
import org.zhengyou.kit.signing.KeyFolder;

/**
 * A cluster that lets in over TLS and by password: the real broker with a listener of that kind.
 */
class KafkaOverTlsTest {
    private static final String WRITER = "writer";
    private static final String READER = "reader";

    @TempDir static Path folder = Path.of("");
    private static TestCertificate certificate;
    private static TlsBroker broker;

    @BeforeAll
    static void start() {
        certificate = TestCertificate.make(folder, "kafka");
        broker = TlsBroker.start(folder.resolve("kafka"), certificate);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static Map<String, String> over(
            String protocol, TestCertificate trusted, String password) {
        Map<String, String> client = new HashMap<>();
        client.put("security.protocol", protocol);
        client.put("sasl.mechanism", "SCRAM-SHA-512");
        client.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(TlsBroker.USER, password));
        client.put("ssl.truststore.type", "PEM");
        client.put("ssl.truststore.location", trusted.certificate().toString());
        return client;
    }

    private static Map<String, String> settings(Map<String, String> client) throws IOException {
        StringBuilder text = new StringBuilder();
        client.forEach((name, value) -> text.append(name + "=" + value + "\n"));
        Path file = Files.createTempFile(folder, "client", ".properties");
        Files.writeString(file, text);
        return Map.of(
                "ZHENGYOU_KAFKA_BOOTSTRAP",
                broker.bootstrap(),
                "ZHENGYOU_KAFKA_CLIENT_FILE",
                file.toString(),
                "ZHENGYOU_LOG_KEYS",
                folder.resolve("keys").toString(),
                "ZHENGYOU_REQUEST_LIMIT",
                "PT5S");
    }

    /** What a service says that may not come in like this. */
    private static Said refused(Map<String, String> client) throws IOException {
        Service service =
                Service.named(WRITER).decider(Exhibition.decider()).opensPersonalData().build();
        return Said.by(service, new HashMap<>(settings(client)));
    }

    @Test
    void what_happens_in_one_service_is_learnt_by_another_over_the_cluster() throws IOException {
        KeyFolder keys = new KeyFolder(folder.resolve("keys"));
        for (String service : List.of(WRITER, READER, EventNames.ORGANIZATIONS)) {
            var _ = keys.own(service, true);
        }
        Map<String, String> settings = settings(over("SASL_SSL", certificate, TlsBroker.PASSWORD));
        Service writing = Service.named(WRITER).decider(LetterService.decider()).build();
        Service reading =
                Service.named(READER)
                        .view(new Marks())
                        .listensTo(WRITER, LetterMarked.class)
                        .build();
        try (TestStore store = new TestStore(folder);
                Node writer = Node.start(store, folder, writing, settings);
                Node reader = Node.start(store, folder, reading, settings)) {
            eventuallyKnown(reader, WRITER, marks(writer, 0, 100, new Random(1)));
            assertExactlyOnce(writer, reader);
        }
    }

    @Test
    void a_password_that_is_wrong_ends_the_start_in_one_line() throws IOException {
        refused(over("SASL_SSL", certificate, "not-the-password"))
                .isOneLine("not-the-password", broker.bootstrap(), "用户名、密码");
    }

    @Test
    void a_certificate_that_nobody_trusted_has_signed_ends_the_start_in_one_line()
            throws IOException {
        TestCertificate other = TestCertificate.make(folder, "other");

        refused(over("SASL_SSL", other, TlsBroker.PASSWORD))
                .isOneLine(TlsBroker.PASSWORD, broker.bootstrap(), "no TLS", "ssl.truststore");
    }

    @Test
    void words_without_tls_are_not_sent_and_end_the_start_in_one_line() throws IOException {
        for (String protocol : List.of("PLAINTEXT", "SASL_PLAINTEXT"))
            refused(over(protocol, certificate, TlsBroker.PASSWORD))
                    .isOneLine(TlsBroker.PASSWORD, broker.bootstrap(), "wants TLS", protocol);
    }

    @Test
    void settings_that_cannot_be_used_end_the_start_in_one_line() throws IOException {
        Map<String, String> nowhere = over("SASL_SSL", certificate, TlsBroker.PASSWORD);
        nowhere.put("ssl.truststore.location", folder.resolve("nowhere.pem").toString());
        Map<String, String> unknown = over("SASL_TLS", certificate, TlsBroker.PASSWORD);
        Map<String, String> noLogin = over("SASL_SSL", certificate, TlsBroker.PASSWORD);
        noLogin.put("sasl.jaas.config", "password=" + TlsBroker.PASSWORD);

        for (Map<String, String> wrong : List.of(nowhere, unknown, noLogin))
            refused(wrong).isOneLine(TlsBroker.PASSWORD, "ZHENGYOU_KAFKA_CLIENT_FILE");
    }
}
