package org.zhengyou.kit.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.runtime.CommandEnvelope;
import org.zhengyou.kit.sample.Exhibition;

class ServiceHostTest {
    private static final Actor FOUNDER = new Actor("founder", Set.of(Actor.SETUP));

    @TempDir Path folder = Path.of("");

    @Test
    void several_services_share_a_process_and_nothing_else() {
        try (TestStore store = new TestStore(folder);
                RunningHost host = start(store, Map.of(), "spring", "autumn")) {
            host.runtime("spring")
                    .commands()
                    .send(CommandEnvelope.of(HttpTest.open("x", 1), FOUNDER));

            assertThat(host.runtime("spring").log().head()).isEqualTo(1);
            assertThat(host.runtime("autumn").log().head()).isZero();
            assertThat(host.runtime("spring").database().getName()).isEqualTo("spring");
            assertThatThrownBy(() -> host.runtime("winter"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void what_was_recorded_is_there_after_a_restart() {
        try (TestStore store = new TestStore(folder)) {
            try (RunningHost host = start(store, Map.of(), "spring")) {
                host.runtime("spring")
                        .commands()
                        .send(CommandEnvelope.of(HttpTest.open("x", 1), FOUNDER));
            }
            try (RunningHost host = start(store, Map.of(), "spring")) {
                assertThat(
                                host.runtime("spring")
                                        .commands()
                                        .send(CommandEnvelope.of(HttpTest.open("x", 1), FOUNDER))
                                        .types())
                        .isEmpty();
            }
        }
    }

    @Test
    void a_start_that_fails_says_why_and_leaves_nothing_behind() throws IOException {
        try (TestStore store = new TestStore(folder);
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, Object> port = Map.of("ZHENGYOU_PORT", "" + taken.getLocalPort());

            assertThatThrownBy(() -> start(store, port, "spring"))
                    .hasStackTraceContaining("" + taken.getLocalPort());
            assertThatThrownBy(() -> start(store, Map.of("ZHENGYOU_PORT", "many"), "spring"))
                    .hasMessageContaining("ZHENGYOU_PORT");
            try (RunningHost host = start(store, Map.of(), "spring")) {
                assertThat(host.port()).isPositive();
            }
        }
    }

    @Test
    void a_service_without_knowledge_does_not_start() {
        try (TestStore store = new TestStore(folder)) {
            assertThatThrownBy(
                            () ->
                                    ServiceHost.start(
                                            List.of(Service.named("spring").build()),
                                            Map.of("ZHENGYOU_MONGODB_URI", store.uri()),
                                            List.of()))
                    .hasMessageContaining("knowledge");
        }
    }

    private RunningHost start(TestStore store, Map<String, Object> more, String... names) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("ZHENGYOU_MONGODB_URI", store.uri());
        properties.put("ZHENGYOU_PORT", "0");
        properties.put("ZHENGYOU_MASTER_KEY_FILE", folder.resolve("master.key").toString());
        properties.putAll(more);
        List<Service> services =
                Arrays.stream(names)
                        .map(
                                name ->
                                        Service.named(name)
                                                .decider(Exhibition.decider())
                                                .opensPersonalData()
                                                .build())
                        .toList();
        return ServiceHost.start(services, properties);
    }
}
