package org.zhengyou.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.zhengyou.bench.History.Asked;
import org.zhengyou.bench.History.PeerPage;
import org.zhengyou.bench.SeededPlatform.CaughtUp;
import org.zhengyou.bench.campaign.SeededCampaign;
import org.zhengyou.bench.campaign.University;

/** Measures everything, one after the other. */
final class HistoryRun {
    private static final Duration FIRST = Duration.ofSeconds(25);

    private final Plan plan;
    private final Path folder;
    private final Postgres postgres;
    private final Consumer<String> say;
    private final Map<String, Profile> profiles = new LinkedHashMap<>();

    HistoryRun(Plan plan, Path folder, Postgres postgres, Consumer<String> say) {
        this.plan = plan;
        this.folder = folder;
        this.postgres = postgres;
        this.say = say;
    }

    /**
     * What is to be measured, and how long.
     *
     * @param large the campaign that everything is about
     * @param small the one beside it
     * @param length of commands in a round
     * @param questionSeconds of one question in a round
     * @param warmUp commands that do not count
     */
    record Plan(
            SeededCampaign large,
            SeededCampaign small,
            int rounds,
            Duration length,
            double questionSeconds,
            Duration warmUp,
            int starts) {
        List<University> sizes() {
            return List.of(small.university(), large.university());
        }
    }

    /** Questions to both campaigns. */
    private record Reads(HistoryReads large, HistoryReads small) {}

    /** Commands and pages, of the platform and of its peer where there is one. */
    private record Beside(Map<PeerPage, Histogram> pages, Map<Asked, Round> rounds) {}

    History measured() throws IOException {
        List<List<String>> machine = Machine.described(folder);
        CaughtUp caughtUp = seed(plan.large(), "large");
        seed(plan.small(), "small");
        try (SeededPlatform large = start(plan.large(), "large")) {
            Reads reads = reads(large);
            Beside beside = beside(large);
            double resident = large.process().residentMb();
            profileCommands(large);
            HistoryRebuild.Seen rebuild =
                    new HistoryRebuild(large, profiles, say).measured(History.CLIENTS);
            large.process().stop();
            return new History(
                    machine,
                    plan.large(),
                    plan.small(),
                    caughtUp,
                    reads.large().cells(),
                    reads.small().cells(),
                    beside.pages(),
                    beside.rounds(),
                    rebuild,
                    firstSeconds(),
                    resident,
                    profiles,
                    new HistoryStore(folder, say).rowsPerSecond(folder.resolve("large")),
                    withoutPeer());
        }
    }

    /**
     * Writes a campaign, and lets a platform hear of it that has more memory than usual; unless
     * that was done before.
     */
    private CaughtUp seed(SeededCampaign campaign, String name) throws IOException {
        Path done = folder.resolve(name + ".caught-up");
        if (Files.exists(done)) return CaughtUp.of(Files.readString(done));
        if (Files.exists(folder.resolve(name))) Folders.delete(folder.resolve(name)); // half of one
        CaughtUp caughtUp = caughtUp(campaign, name);
        Files.writeString(done, caughtUp.text());
        return caughtUp;
    }

    private CaughtUp caughtUp(SeededCampaign campaign, String name) throws IOException {
        double seconds = new Seeding(campaign, say).into(folder.resolve(name));
        say.accept("%s: %,d events written in %.0f s".formatted(name, campaign.events(), seconds));
        try (SeededPlatform roomy =
                new SeededPlatform(
                        folder.resolve(name), campaign.university(), FlowCommand.roomyFlags())) {
            CaughtUp caughtUp = roomy.catchUp(campaign, say);
            say.accept(name + ": " + caughtUp);
            roomy.process().stop();
            return caughtUp;
        }
    }

    private SeededPlatform start(SeededCampaign campaign, String name) {
        return new SeededPlatform(folder.resolve(name), campaign.university(), FlowCommand.flags());
    }

    private Reads reads(SeededPlatform large) {
        large.catchUp(plan.large(), say); // nothing is left to hear
        try (SeededPlatform small = start(plan.small(), "small")) {
            small.catchUp(plan.small(), say);
            Reads reads = new Reads(new HistoryReads(large), new HistoryReads(small));
            reads.small().look(say);
            reads.large().look(say);
            for (int round = 0; round <= plan.rounds(); round++) { // the first one warms up
                reads.small().round(plan.questionSeconds(), round > 0);
                reads.large().round(plan.questionSeconds(), round > 0);
                say.accept("questions: round %d of %d".formatted(round, plan.rounds()));
            }
            return reads;
        }
    }

    private Beside beside(SeededPlatform large) {
        HistoryCommands commands = new HistoryCommands(plan, large, say);
        if (!withoutPeer().isEmpty()) return new Beside(Map.of(), commands.alone());
        HistoryPeer peers = new HistoryPeer(postgres, large, say);
        Map<PeerPage, Histogram> pages =
                peers.pages(plan.sizes(), plan.rounds() * 4 * plan.questionSeconds());
        try (EnversPeer tuned = peers.again(plan.large().university())) {
            return new Beside(pages, commands.beside(tuned));
        }
    }

    /** Apart from what is measured, since a recording costs a little. */
    private void profileCommands(SeededPlatform platform) {
        for (Workload workload : Workload.values())
            profile(
                    workload.command(),
                    platform,
                    () -> platform.load().round(workload, History.CLIENTS, plan.length()));
    }

    private void profile(String phase, SeededPlatform platform, Runnable run) {
        profiles.put(phase, Profiler.during(platform.process(), run));
        say.accept("profile of %s: %s".formatted(phase, profiles.get(phase).summary()));
    }

    private String withoutPeer() {
        if (!postgres.isThere()) return postgres.reason();
        return EnversPeer.isThere() ? "" : "its class path is not known";
    }

    /** Commands a second, of each of some starts; one start more is profiled. */
    private List<Double> firstSeconds() {
        List<Double> perSecond = new ArrayList<>();
        while (perSecond.size() < plan.starts())
            try (SeededPlatform again = start(plan.large(), "large")) {
                perSecond.add(first(again).perSecond());
                say.accept("after a start: %,.0f commands/s".formatted(perSecond.getLast()));
                again.process().stop();
            }
        try (SeededPlatform again = start(plan.large(), "large")) {
            profile(History.FIRST, again, () -> first(again));
            again.process().stop();
        }
        return perSecond;
    }

    private static ClosedLoop.Seen first(SeededPlatform platform) {
        var requests = Workload.PLAN_ACTIVITY.requests(platform.world(), platform.port());
        return new ClosedLoop(platform.port(), requests).run(History.CLIENTS, FIRST);
    }
}
