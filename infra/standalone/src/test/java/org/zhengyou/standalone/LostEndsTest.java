package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.standalone.client.PlatformClient;
import org.zhengyou.standalone.demo.SignedIn;

/** The store was replaced by an older copy, the broker was not. */
@ExtendWith(RunningCampaign.Shared.class)
class LostEndsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir Path folder = Path.of("");

    @Test
    void
            a_log_that_ends_before_what_was_published_is_named_and_not_served_until_all_is_published_anew(
                    RunningCampaign campaign) throws IOException {
        PlatformOptions options = PlatformOptions.onFreePorts(folder.resolve("data"));
        Path store = options.data().resolve("mongo");
        Folders.copy(campaign.stopped(), options.data());
        Map<String, Long> learned = learned(options.data());
        record(options, "第一份");
        Folders.delete(store);
        Folders.copy(campaign.stopped().resolve("mongo"), store);

        assertThatThrownBy(() -> Platform.start(options))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("{activities/log=")
                .hasMessageContaining("--republish");
        Republishing.of(options);
        record(options, "第二份");

        assertThat(learned(options.data())).isEqualTo(withOneMore(learned));
        assertThat(Zhengyou.commandLine().execute("verify", "--data", options.data().toString()))
                .isZero();
    }

    /** Starts the platform, lets one directive be registered, and stops when everybody knows. */
    private static void record(PlatformOptions options, String number) {
        try (Platform platform = Platform.start(options)) {
            SignedIn tokens = new SignedIn(options.issuer(), options.data());
            PlatformClient client =
                    new PlatformClient(options.gatewayUrl(), tokens, PATIENCE, told -> {});
            client.send(RunningCampaign.directive(number));
            RunningCampaign.settle(platform, client);
        }
    }

    private static Map<String, Long> learned(Path data) {
        try (StoppedLogs logs = StoppedLogs.in(data)) {
            return logs.learned();
        }
    }

    private static Map<String, Long> withOneMore(Map<String, Long> learned) {
        Map<String, Long> more = new TreeMap<>(learned);
        more.merge("insight <- activities.DirectiveRegistered", 1L, Long::sum);
        return more;
    }
}
