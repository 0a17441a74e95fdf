package org.zhengyou.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.zhengyou.standalone.client.PlatformClient;
import org.zhengyou.standalone.client.Recorded;
import org.zhengyou.standalone.demo.SignedIn;
import org.zhengyou.standalone.identity.DemoPeople;

/**
 * {@code kill -9} in the middle of the demonstration, and going on, again and again. What the
 * client was told is the oracle: all of it is there, once, and nothing else is; nothing waits for
 * ever; and the views are those that a rebuild from the logs gives.
 */
final class KillCampaign {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final PlatformOptions options;
    private final Queue<Recorded> told = new ConcurrentLinkedQueue<>();

    /**
     * What came of one.
     *
     * @param steps of the demonstration
     * @param kills how often the platform was killed
     * @param told how many commands were acknowledged
     * @param secondsToReady how long each start took that was left to end
     * @param faults everything that is not as it should be
     */
    record Result(
            int steps, int kills, int told, List<Double> secondsToReady, List<String> faults) {
        /** The longest start. */
        double slowest() {
            return secondsToReady.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        }

        private Result with(List<String> found) {
            return new Result(steps, kills, told, secondsToReady, found);
        }
    }

    private KillCampaign(Path folder) {
        this.folder = folder;
        this.options = PlatformOptions.onFreePorts(folder.resolve("data"));
    }

    /** Plays one on a platform that is left alone; its data are in {@code data} afterwards. */
    static Result undisturbed(Path folder) {
        return new KillCampaign(folder).play(Deaths.none());
    }

    /**
     * Plays one on a platform that dies.
     *
     * @param folder for its data, in {@code data}, and what it prints
     * @param undisturbed data of one that was left alone, on which no platform runs
     */
    static Result play(Path folder, Deaths deaths, Path undisturbed) {
        KillCampaign campaign = new KillCampaign(folder);
        Result result = campaign.play(deaths);
        return result.faults().isEmpty() ? result.with(campaign.left(undisturbed)) : result;
    }

    private Result play(Deaths deaths) {
        try (MortalPlatform platform = new MortalPlatform(options, folder, deaths)) {
            List<String> faults = new ArrayList<>();
            try {
                play(platform);
            } catch (RuntimeException e) {
                faults.add("hung or refused: " + e);
            }
            return new Result(
                    platform.steps(),
                    platform.kills(),
                    told.size(),
                    platform.secondsToReady(),
                    faults);
        }
    }

    /** What is not as it should be in the folder, and in the views of a platform started there. */
    private List<String> left(Path undisturbed) {
        List<String> faults = Aftermath.faults(options.data(), undisturbed, told);
        try (Platform platform = Platform.start(options)) {
            faults.addAll(RebuiltViews.differences(platform, client()));
        }
        return faults;
    }

    private void play(MortalPlatform platform) {
        platform.awaitReady();
        PlatformClient client = client();
        List<String> heads = RunningCampaign.play(client, platform);
        platform.awaitDeaths();
        RunningCampaign.settle(client, heads);
        platform.stop();
    }

    private PlatformClient client() {
        SignedIn tokens = new SignedIn(options.issuer(), options.data());
        // Signing in is not tried again, so everybody has a token before the first death.
        for (DemoPeople person : DemoPeople.values()) tokens.apply(person.subject());
        return new PlatformClient(options.gatewayUrl(), tokens, PATIENCE, told::add);
    }
}
