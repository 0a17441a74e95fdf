package org.zhengyou.standalone;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.zhengyou.standalone.client.PlatformClient;
import org.zhengyou.standalone.demo.CampaignDemo;
import org.zhengyou.standalone.demo.DemoAccounts;
import org.zhengyou.standalone.demo.DemoSummary;
import org.zhengyou.standalone.demo.SampleSheets;
import org.zhengyou.standalone.demo.SampleUniversity;
import org.zhengyou.standalone.demo.SignedIn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays the sample campaign on a running platform. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Play a campaign on a running platform, through its gateway, as a client would.",
            "It may be stopped and started again: what was done stays done."
        })
final class DemoCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            defaultValue = "data",
            paramLabel = "FOLDER",
            description =
                    "Data folder of the platform, for the passwords (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(
            names = "--gateway",
            defaultValue = "http://127.0.0.1:8080",
            description = "Address of the gateway (default: ${DEFAULT-VALUE}).")
    private String gateway = "http://127.0.0.1:8080";

    @Option(
            names = "--issuer",
            defaultValue = "http://127.0.0.1:8090",
            description = "Where to sign in (default: ${DEFAULT-VALUE}).")
    private String issuer = "http://127.0.0.1:8090";

    @Option(
            names = "--scale",
            defaultValue = "1",
            description = "Share of the university, above 0 up to 1 (default: ${DEFAULT-VALUE}).")
    private double scale = 1;

    @Option(
            names = "--seed",
            defaultValue = "2010",
            description = "From which everything derives (default: ${DEFAULT-VALUE}).")
    private long seed = SampleSheets.SEED;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        SignedIn signedIn = new SignedIn(issuer, data);
        PlatformClient client = new PlatformClient(gateway, signedIn, PATIENCE, told -> {});
        new DemoSummary(client, play(client)).print(out);
        out.flush();
        return 0;
    }

    /** The positions up to which everything was played. */
    private List<String> play(PlatformClient client) {
        try (StageBars bars = new StageBars()) {
            CampaignDemo demo = new CampaignDemo(seed, client, bars);
            if (scale == 1 && seed == SampleSheets.SEED) demo.play();
            else demo.play(SampleUniversity.of(seed, scale));
            new DemoAccounts(client, issuer, data, bars).open();
            return demo.heads();
        }
    }
}
