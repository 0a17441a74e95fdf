package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.standalone.client.PlatformClient;
import org.zhengyou.standalone.demo.DemoProgress;
import org.zhengyou.standalone.demo.SignedIn;
import org.zhengyou.standalone.identity.DemoPeople;
import tools.jackson.databind.JsonNode;

/** What runs after a build, so that later starts are quick. */
class RehearsalTest {
    private static final double SMALL = 0.02;

    @Test
    void it_goes_as_far_as_a_commendation_and_then_asks_for_all_views(@TempDir Path folder) {
        PlatformOptions options = PlatformOptions.onFreePorts(folder);
        Stages stages = new Stages();
        List<JsonNode> why;
        try (Platform platform = Platform.start(options)) {
            new Rehearsal(platform.options(), stages).run(SMALL);
            PlatformClient client =
                    new PlatformClient(
                            options.gatewayUrl(),
                            new SignedIn(options.issuer(), folder),
                            Duration.ofMinutes(1),
                            told -> {});
            why = client.rows(DemoPeople.AUDITOR.subject(), "commendations", "why");
        }

        assertThat(why).anyMatch(row -> row.path("conferredOn").isString());
        assertThat(stages.titles).last().asString().contains("questions");
        assertThat(stages.missing).hasValue(0);
    }

    /** Which stages began, and how many steps of the last one are missing. */
    private static final class Stages implements DemoProgress {
        private final Queue<String> titles = new ConcurrentLinkedQueue<>();
        private final AtomicInteger missing = new AtomicInteger();

        @Override
        public void begin(String title, int steps) {
            titles.add(title);
            missing.set(steps);
        }

        @Override
        public void step() {
            missing.decrementAndGet();
        }
    }
}
