package org.zhengyou.kit.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void what_is_not_set_has_its_default() {
        Settings settings = Settings.from(name -> null);

        assertThat(settings.mongodbUri()).isEqualTo("mongodb://127.0.0.1:27017");
        assertThat(settings.bind()).isEqualTo("127.0.0.1");
        assertThat(settings.kafkaBootstrap()).isNull();
        assertThat(settings.kafkaClientFile()).isNull();
        assertThat(settings.requestLimit()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.importLimit()).isEqualTo(Duration.ofSeconds(110));
    }

    @Test
    void what_is_set_counts() {
        Map<String, String> set = Map.of("ZHENGYOU_PORT", " 9000 ", "ZHENGYOU_BIND", "0.0.0.0");
        Settings settings = Settings.from(set::get);

        assertThat(settings.port()).isEqualTo(9000);
        assertThat(settings.bind()).isEqualTo("0.0.0.0");
    }

    @Test
    void nonsense_is_refused_by_name() {
        assertThatThrownBy(() -> Settings.from(Map.of("ZHENGYOU_PORT", "many")::get))
                .hasMessageContaining("ZHENGYOU_PORT");
        assertThatThrownBy(() -> Settings.from(Map.of("ZHENGYOU_REQUEST_LIMIT", "soon")::get))
                .hasMessageContaining("ZHENGYOU_REQUEST_LIMIT");
    }
}
