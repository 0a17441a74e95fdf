package org.zhengyou.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyou.standalone.client.PlatformClient;
import org.zhengyou.standalone.client.PlatformClient.Command;
import org.zhengyou.standalone.client.Recorded;
import org.zhengyou.standalone.demo.SignedIn;
import org.zhengyou.standalone.identity.DemoPeople;

/** A running platform whose device fills up. */
@ExtendWith(RunningCampaign.Shared.class)
@Timeout(180)
class FullDiskTest {
    private static final String SECRETARY = DemoPeople.COMMITTEE_SECRETARY.subject();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long LITTLE = 8L << 20;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void a_command_is_refused_when_there_is_little_room_and_taken_when_there_is_enough_again(
            RunningCampaign campaign) {
        try (SmallDevice device = SmallDevice.mounted(folder.resolve("device"), 256)) {
            fillAndFree(device, campaign);
        }
    }

    private void fillAndFree(SmallDevice device, RunningCampaign campaign) {
        PlatformOptions options = PlatformOptions.onFreePorts(device.place().resolve("data"));
        Folders.copy(campaign.stopped(), options.data());
        Recorded after;
        try (MortalPlatform platform = new MortalPlatform(options, folder, Deaths.none())) {
            platform.awaitReady();
            SignedIn tokens = new SignedIn(options.issuer(), options.data());
            PlatformClient client =
                    new PlatformClient(options.gatewayUrl(), tokens, PATIENCE, told -> {});
            Recorded before = client.send(RunningCampaign.directive("满之前"));
            Command late = RunningCampaign.directive("满之后");
            device.fillUpTo(LITTLE);
            Http.Answer refused = sendOnce(options, late, tokens.apply(SECRETARY));
            assertThat(refused.status()).as(refused.text()).isEqualTo(503);
            assertThat(refused.json().path("code").asString()).isEqualTo("NOT_AVAILABLE");
            assertThat(refused.json().path("detail").asString()).contains("disk", "try again");

            device.free();
            after = client.send(late);
            client.get(SECRETARY, "/api/insight/timeline?limit=1&after=" + after.after());
            assertThat(after.position()).isEqualTo(before.position() + 1);
            platform.stop();
        }
        assertThat(Zhengyou.commandLine().execute("verify", "--data", options.data().toString()))
                .isZero();
        try (StoppedLogs logs = StoppedLogs.in(options.data())) {
            assertThat(logs.log("activities")).hasSize((int) after.position());
        }
    }

    private static Http.Answer sendOnce(PlatformOptions options, Command command, String token) {
        return Http.post(
                options.gatewayUrl() + "/api/activities/commands/" + command.name(),
                token,
                Http.JSON.writeValueAsString(command.body()),
                "Idempotency-Key",
                command.key(),
                "Zhengyou-Effective-At",
                command.effectiveAt());
    }
}
