package org.zhengyou.standalone;

import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.view.View;
import org.zhengyou.standalone.client.PlatformClient;
import org.zhengyou.standalone.demo.CampaignDemo;
import org.zhengyou.standalone.demo.DemoProgress;
import org.zhengyou.standalone.demo.DemoSummary;
import org.zhengyou.standalone.demo.SampleSheets;
import org.zhengyou.standalone.demo.SampleUniversity;
import org.zhengyou.standalone.demo.SignedIn;
import org.zhengyou.standalone.identity.DemoPeople;

/**
 * What people do with a platform, done once: signing in, imports, the commands of a whole campaign
 * up to its commendation, questions about now and about the past. So the JVM learns what runs often
 * and how, and can keep that for later starts.
 */
final class Rehearsal {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int TIMES = 10;
    private static final List<String> WHEN = List.of("", "&asOf=2011-03-31");

    private final PlatformClient client;
    private final DemoProgress progress;

    /** A rehearsal on this platform, which is empty so far. */
    Rehearsal(PlatformOptions options, DemoProgress progress) {
        SignedIn signedIn = new SignedIn(options.issuer(), options.data());
        this.client = new PlatformClient(options.gatewayUrl(), signedIn, PATIENCE, told -> {});
        this.progress = progress;
    }

    /**
     * Plays and asks everything.
     *
     * @param scale share of the sample university, above 0 up to 1
     */
    void run(double scale) {
        CampaignDemo demo = new CampaignDemo(SampleSheets.SEED, client, progress);
        demo.play(SampleUniversity.of(SampleSheets.SEED, scale));
        new DemoSummary(client, demo.heads()).print(new PrintWriter(Writer.nullWriter()));
        ask();
    }

    private void ask() {
        List<Service> services = Platform.allServices();
        int views = services.stream().mapToInt(service -> service.views().size()).sum();
        progress.begin("提问 · questions", TIMES * views);
        for (int i = 0; i < TIMES; i++)
            for (Service service : services)
                for (View<?, ?> view : service.views()) {
                    ask("/api/" + service.name() + "/" + view.name() + "?limit=20");
                    progress.step();
                }
    }

    private void ask(String list) {
        for (String when : WHEN) client.get(DemoPeople.AUDITOR.subject(), list + when);
    }
}
