package org.zhengyou.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.runtime.Settings;

class KafkaClusterTest {
    @TempDir Path folder = Path.of("");

    private Settings settings(String file) {
        return Settings.from(
                Map.of(
                                "ZHENGYOU_KAFKA_BOOTSTRAP",
                                "kafka1:9093,kafka2:9093",
                                "ZHENGYOU_KAFKA_CLIENT_FILE",
                                folder.resolve(file).toString())
                        ::get);
    }

    @Test
    void what_the_file_says_all_clients_get_but_what_a_client_needs_goes_first()
            throws IOException {
        Files.writeString(
                folder.resolve("client.properties"),
                "security.protocol=SASL_SSL\nacks=0\nsasl.jaas.config=x required password=\"p=1\";");
        KafkaCluster cluster = KafkaCluster.of(settings("client.properties")).orElseThrow();

        assertThat(cluster.with(Map.of("acks", "all")))
                .isEqualTo(
                        Map.of(
                                "bootstrap.servers", "kafka1:9093,kafka2:9093",
                                "security.protocol", "SASL_SSL",
                                "sasl.jaas.config", "x required password=\"p=1\";",
                                "acks", "all"));
        assertThat(cluster.toString()).doesNotContain("p=1");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> KafkaCluster.of(settings("none.properties")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ZHENGYOU_KAFKA_CLIENT_FILE")
                .hasMessageContaining("none.properties");
    }
}
