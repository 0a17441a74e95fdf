package org.zhengyou.bench;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.zhengyou.bench.LogSubject.Cell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench log}. */
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        description = {
            "Appends to the log, loads, replays and verification, against the bare driver, Axon 4 on",
            "the same server and Axon 4 on PostgreSQL. Rewrites its section of docs/benchmarks.md."
        })
final class LogCommand implements Callable<Integer> {
    /** Names the marks of the section. */
    static final String MARKS = "log";

    /** Writers of a log that several processes share, in all. */
    static final int SHARED_WRITERS = 32;

    private static final List<Integer> WRITERS = List.of(1, 8, 64);
    private static final int PROCESSES = 4;

    /** So many give the smallest entity one event. */
    private static final int LEAST_EVENTS = 100_000;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--rounds", defaultValue = "5", description = "default: ${DEFAULT-VALUE}")
    private int rounds = 5;

    @Option(
            names = "--seconds",
            defaultValue = "3",
            description = "Of one subject in a round (default: ${DEFAULT-VALUE}).")
    private double seconds = 3;

    @Option(
            names = "--warm-up",
            defaultValue = "45",
            description = {
                "Seconds of each of the works that do not count: every process on a log of its own,",
                "all on one, each peer (default: ${DEFAULT-VALUE})."
            })
    private double warmUp = 45;

    @Option(
            names = "--events",
            defaultValue = "1000000",
            description = "In the long history (default: ${DEFAULT-VALUE}).")
    private int events = 1_000_000;

    @Option(
            names = "--page",
            defaultValue = "docs/benchmarks.md",
            description = "The page to write to (default: ${DEFAULT-VALUE}).")
    private Path page = Path.of("docs/benchmarks.md");

    @Override
    public Integer call() throws Exception {
        check("--rounds", rounds, 1);
        check("--seconds", seconds, 0.1);
        check("--warm-up", warmUp, 0.1);
        check("--events", events, LEAST_EVENTS);
        Page.require(page, MARKS);
        Path folder = Files.createTempDirectory(Path.of("infra/bench/target"), "log");
        try {
            List<List<String>> machine = Machine.described(folder);
            LogResults results = measured(folder, machine);
            String text = new LogPage(results).text();
            spec.commandLine().getOut().println(text);
            Page.write(page, MARKS, text);
        } finally {
            Folders.delete(folder);
        }
        return 0;
    }

    private void check(String option, double value, double least) {
        if (value < least)
            throw new ParameterException(
                    spec.commandLine(),
                    "%s is at least %s, not %s".formatted(option, least, value));
    }

    private LogResults measured(Path folder, List<List<String>> machine) throws Exception {
        Map<Cell, Appended> appends;
        String without;
        try (Postgres postgres = Postgres.startBeside(folder);
                LogSite site =
                        new LogSite(folder.resolve("appends"), PROCESSES, postgres.address())) {
            without = postgres.isThere() ? "" : postgres.reason();
            appends = appends(site, cells(site.hasPeers(), postgres.isThere()));
        }
        Map<String, Appended> reads = new HashMap<>();
        try (LogSite site = new LogSite(folder.resolve("history"), 1, "")) {
            LogHistory history = new LogHistory(site, events, seconds, this::say);
            history.fill();
            history.measured(1); // warms up
            reads.putAll(history.measured(rounds));
        }
        List<List<String>> profile = profile(folder.resolve("profile"));
        return new LogResults(machine, appends, reads, profile, events, rounds, without);
    }

    /** Of appends with 64 writers: recorded apart, for recording costs something. */
    private List<List<String>> profile(Path folder) throws Exception {
        Files.createDirectories(folder);
        try (LogSite site = LogSite.recorded(folder)) {
            site.warmUp(warmUp);
            for (int i = 0; i < rounds; i++)
                say("profile: " + site.append(new Cell(LogSubject.LOG, 1, 64), seconds));
        }
        List<List<String>> rows = new ArrayList<>();
        rows.addAll(LogProfile.of(LogSite.recordingOfClient(folder)).rows("client"));
        rows.addAll(LogProfile.of(LogSite.recordingOfServer(folder)).rows("server"));
        return rows;
    }

    private Map<Cell, Appended> appends(LogSite site, List<Cell> cells) {
        site.warmUp(warmUp);
        for (Cell cell : cells) say("warming up: " + cell + site.append(cell, seconds));
        return Rotation.medians(
                cells,
                rounds,
                cell -> {
                    Appended one = site.append(cell, seconds);
                    say(cell + ": " + one);
                    return one;
                });
    }

    private static List<Cell> cells(boolean axon, boolean postgres) {
        Map<LogSubject, Boolean> subjects = new LinkedHashMap<>();
        subjects.put(LogSubject.LOG, true);
        subjects.put(LogSubject.INSERT_ONE, true);
        subjects.put(LogSubject.AXON_MONGO, axon);
        subjects.put(LogSubject.AXON_JDBC, axon && postgres);
        List<Cell> cells = new ArrayList<>();
        subjects.forEach(
                (subject, there) -> {
                    if (there) WRITERS.forEach(writers -> cells.add(new Cell(subject, 1, writers)));
                });
        cells.add(new Cell(LogSubject.LOG_UNHASHED, 1, LogAppends.BATCH));
        cells.add(new Cell(LogSubject.INSERT_MANY, 1, 1));
        cells.add(new Cell(LogSubject.INSERT_HALF, 1, 1));
        for (int processes = 1; processes <= PROCESSES; processes *= 2)
            cells.add(new Cell(LogSubject.LOG, processes, SHARED_WRITERS / processes));
        return cells;
    }

    private void say(String what) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(what);
        err.flush();
    }
}
