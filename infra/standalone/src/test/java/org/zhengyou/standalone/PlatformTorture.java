package org.zhengyou.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.zhengyou.standalone.KillCampaign.Result;

/**
 * {@code ./zhengyou torture platform}: demonstrations on platforms that are killed, until so many
 * were. Lives with the tests, because nothing of it belongs into what is delivered.
 */
final class PlatformTorture {
    private static final int KILLS_A_CAMPAIGN = 50;
    private static final String BEGINNING = "%20s ";
    private static final String ROW = "%6s %9s %13s %14s  %s%n";
    private static final PrintStream OUT = System.out;

    private PlatformTorture() {}

    /** Prints a table; ends with 1 if anything was lost, doubled or hung. */
    public static void main(String[] arguments) throws IOException {
        List<String> options = List.of(arguments);
        if (options.contains("--help")) {
            usage();
            return;
        }
        int kills = Integer.parseInt(option(options, "--kills", "1000"));
        long seed = Long.parseLong(option(options, "--seed", "" + new Random().nextInt(1 << 30)));
        Runtime.getRuntime()
                .addShutdownHook(new Thread(PlatformTorture::killOwn)); // also by Ctrl-C
        Path root = Files.createTempDirectory("torture");
        List<Result> results = run(root, kills, seed);
        OUT.println();
        OUT.println(sum(results));
        boolean isWhole = results.stream().allMatch(result -> result.faults().isEmpty());
        if (isWhole) Folders.delete(root);
        else OUT.println("What it happened to: " + root);
        System.exit(isWhole ? 0 : 1);
    }

    private static void killOwn() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    private static void usage() {
        OUT.println("Usage: zhengyou torture platform [--kills N] [--seed S]");
        OUT.println(
                "Plays a small campaign, as ./zhengyou demo does, on a platform of its own that");
        OUT.println(
                "is killed (kill -9) at random moments, also while it starts again, until it was");
        OUT.println(
                "killed N times (1000), " + KILLS_A_CAMPAIGN + " times in each campaign. Then:");
        OUT.println("everything the client was told is there once, nothing waits, all logs are");
        OUT.println(
                "intact, and the views are those of a rebuild and the history that of a campaign");
        OUT.println("that nobody disturbed.");
    }

    private static String option(List<String> options, String name, String otherwise) {
        int at = options.indexOf(name);
        return at < 0 ? otherwise : options.get(at + 1);
    }

    private static List<Result> run(Path root, int kills, long seed) throws IOException {
        Path whole = Files.createDirectory(root.resolve("undisturbed"));
        Result undisturbed = KillCampaign.undisturbed(whole);
        if (!undisturbed.faults().isEmpty())
            throw new IllegalStateException("undisturbed: " + undisturbed.faults());
        OUT.printf(BEGINNING, "seed");
        OUT.printf(ROW, "kills", "minutes", "acknowledged", "slowest start", "faults");
        List<Result> results = new ArrayList<>();
        int left = kills;
        for (long next = seed; left > 0; next++) {
            OUT.printf(BEGINNING, next);
            OUT.flush(); // whatever happens now, it is known with which seed
            Path folder = Files.createDirectory(root.resolve("seed-" + next));
            Deaths deaths = Deaths.of(next, Math.min(left, KILLS_A_CAMPAIGN), undisturbed.steps());
            long begun = System.nanoTime();
            Result result = KillCampaign.play(folder, deaths, whole.resolve("data"));
            row(result, (System.nanoTime() - begun) / 60e9);
            left -= result.kills();
            results.add(result);
            if (result.faults().isEmpty()) Folders.delete(folder);
            else return results;
        }
        return results;
    }

    private static void row(Result result, double minutes) {
        OUT.printf(
                ROW,
                result.kills(),
                "%.1f".formatted(minutes),
                result.told(),
                "%.1f s".formatted(result.slowest()),
                result.faults().isEmpty() ? "none" : String.join("; ", result.faults()));
    }

    private static String sum(List<Result> results) {
        return "%d kills: %d commands acknowledged, %d faults"
                .formatted(
                        results.stream().mapToInt(Result::kills).sum(),
                        results.stream().mapToInt(Result::told).sum(),
                        results.stream().mapToInt(result -> result.faults().size()).sum());
    }
}
