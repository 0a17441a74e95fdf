package org.zhengyou.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhengyou.bench.campaign.SeededCampaign;
import org.zhengyou.bench.campaign.University;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench history}. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = {
            "A platform with a long history: lists and rows now and in the past, commands and pages",
            "beside JPA with Envers on PostgreSQL, a rebuild, the first seconds after a start.",
            "Rewrites its section of docs/benchmarks.md."
        })
final class HistoryCommand implements Callable<Integer> {
    /** Names the marks of the section. */
    static final String MARKS = "history";

    private static final long SEED = 2010;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--members", defaultValue = "100000", description = "${DEFAULT-VALUE}")
    private int members = 100_000;

    @Option(names = "--events", defaultValue = "1000000", description = "${DEFAULT-VALUE}")
    private int events = 1_000_000;

    @Option(
            names = "--small-members",
            defaultValue = "4000",
            description = "Of the campaign beside it (default: ${DEFAULT-VALUE}).")
    private int smallMembers = 4_000;

    @Option(names = "--small-events", defaultValue = "20000", description = "${DEFAULT-VALUE}")
    private int smallEvents = 20_000;

    @Option(names = "--rounds", defaultValue = "3", description = "default: ${DEFAULT-VALUE}")
    private int rounds = 3;

    @Option(
            names = "--seconds",
            defaultValue = "8",
            description = "Of commands in a round (default: ${DEFAULT-VALUE}).")
    private int seconds = 8;

    @Option(
            names = "--question-seconds",
            defaultValue = "0.5",
            description = "Of one question in a round (default: ${DEFAULT-VALUE}).")
    private double questionSeconds = 0.5;

    @Option(
            names = "--warm-up",
            defaultValue = "400",
            description = "Seconds of commands that do not count (default: ${DEFAULT-VALUE}).")
    private int warmUp = 400;

    @Option(names = "--starts", defaultValue = "3", description = "default: ${DEFAULT-VALUE}")
    private int starts = 3;

    @Option(
            names = "--folder",
            description = {
                "Keeps the campaigns there, which take half an hour to make, and takes those that lie",
                "there already. Without it they are made anew and removed."
            })
    private @Nullable Path kept;

    @Option(
            names = "--quick",
            description = {
                "A trial of some minutes: 4,000 members and 20,000 events beside 1,000 and 5,000, one",
                "round each, hardly warmed up. Its figures say little."
            })
    private boolean quick;

    @Option(
            names = "--page",
            defaultValue = "docs/benchmarks.md",
            description = "The page to write to (default: ${DEFAULT-VALUE}).")
    private Path page = Path.of("docs/benchmarks.md");

    @Override
    public Integer call() throws IOException {
        if (quick) hurry();
        check("--rounds", rounds, 1);
        check("--seconds", seconds, 1);
        check("--question-seconds", questionSeconds, 0.1);
        check("--warm-up", warmUp, 1);
        check("--starts", starts, 1);
        Page.require(page, MARKS);
        Path folder =
                kept == null
                        ? Files.createTempDirectory(Path.of("infra/bench/target"), "history")
                        : Files.createDirectories(kept);
        try (Postgres postgres = Postgres.startBeside(folder)) {
            History history = new HistoryRun(plan(), folder, postgres, this::say).measured();
            String text = new HistoryPage(history).text();
            spec.commandLine().getOut().println(text);
            Page.write(page, MARKS, text);
        } finally {
            if (kept == null) Folders.delete(folder);
        }
        return 0;
    }

    private void hurry() {
        members = 4_000;
        events = 20_000;
        smallMembers = 1_000;
        smallEvents = 5_000;
        rounds = 1;
        seconds = 2;
        questionSeconds = 0.2;
        warmUp = 10;
        starts = 1;
    }

    private void check(String option, double value, double least) {
        if (value < least)
            throw new ParameterException(
                    spec.commandLine(),
                    "%s is at least %s, not %s".formatted(option, least, value));
    }

    private HistoryRun.Plan plan() {
        return new HistoryRun.Plan(
                new SeededCampaign(new University(SEED, members), events),
                new SeededCampaign(new University(SEED, smallMembers), smallEvents),
                rounds,
                Duration.ofSeconds(seconds),
                questionSeconds,
                Duration.ofSeconds(warmUp),
                starts);
    }

    private void say(String what) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(what);
        err.flush();
    }
}
