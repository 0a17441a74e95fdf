package org.zhengyou.embedded.log;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * {@code ./zhengyou torture log}: campaigns against a server and appenders until so many processes
 * were killed. Lives with the tests, because nothing of it belongs into what is delivered.
 */
final class Torture {
    private static final int KILLS_A_CAMPAIGN = 50;
    private static final String BEGINNING = "%20s %-6s ";
    private static final String ROW = "%6s %7s %5s %8s %13s %8s %8s  %s%n";
    private static final PrintStream OUT = System.out;

    private Torture() {}

    /** Prints a table; ends with 1 if anything was lost, doubled, torn or out of place. */
    public static void main(String[] arguments) throws IOException {
        List<String> options = List.of(arguments);
        if (options.contains("--help")) {
            usage();
            return;
        }
        int kills = Integer.parseInt(option(options, "--kills", "1000"));
        long seed = Long.parseLong(option(options, "--seed", "" + new Random().nextInt(1 << 30)));
        List<Result> results = run(kills, seed);
        OUT.println();
        OUT.println(sum(results));
        System.exit(results.stream().allMatch(result -> result.faults().isEmpty()) ? 0 : 1);
    }

    private static void usage() {
        OUT.println("Usage: zhengyou torture log [--kills N] [--seed S]");
        OUT.println("Kills, pauses and cuts off a server and three appenders of one log until N");
        OUT.println("processes were killed (1000), and compares the log with what clients were");
        OUT.println(
                "told. A seed with --kills " + KILLS_A_CAMPAIGN + " repeats what was done in one");
        OUT.println(
                "line, in that order; how the processes' steps fall together differs each time.");
    }

    private static String option(List<String> options, String name, String otherwise) {
        int at = options.indexOf(name);
        return at < 0 ? otherwise : options.get(at + 1);
    }

    private static List<Result> run(int kills, long seed) throws IOException {
        header();
        List<Result> results = new ArrayList<>();
        int left = kills;
        for (long next = seed; left > 0; next++) {
            OUT.printf(BEGINNING, next, Campaign.durability(next));
            OUT.flush(); // whatever happens now, it is known with which seed
            Result result = campaign(next, Math.min(left, KILLS_A_CAMPAIGN));
            left -= result.kills();
            results.add(result);
            row(result);
        }
        return results;
    }

    private static Result campaign(long seed, int kills) throws IOException {
        Path folder = Files.createTempDirectory("torture");
        try {
            return Campaign.play(seed, folder, kills, Campaign.durability(seed));
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder())
                    .forEach(
                            path -> {
                                try {
                                    Files.delete(path);
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            });
        }
    }

    private static void header() {
        OUT.printf(BEGINNING, "seed", "server");
        OUT.printf(
                ROW,
                "kills",
                "pauses",
                "cuts",
                "events",
                "acknowledged",
                "refused",
                "unknown",
                "faults");
    }

    private static void row(Result r) {
        OUT.printf(
                ROW,
                r.kills(),
                r.pauses(),
                r.cuts(),
                r.events(),
                r.acknowledged(),
                r.refused(),
                r.unknown(),
                r.faults().isEmpty() ? "none" : r.faults().toString());
    }

    private static String sum(List<Result> results) {
        return "%d kills, %d pauses, %d cuts: %d transactions acknowledged, %d faults"
                .formatted(
                        results.stream().mapToInt(Result::kills).sum(),
                        results.stream().mapToInt(Result::pauses).sum(),
                        results.stream().mapToInt(Result::cuts).sum(),
                        results.stream().mapToInt(Result::acknowledged).sum(),
                        results.stream().mapToInt(result -> result.faults().size()).sum());
    }
}
