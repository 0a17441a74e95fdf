package org.zhengyou.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.zhengyou.bench.Flow.Ask;
import org.zhengyou.standalone.PlatformOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench flow}. */
@Command(
        name = "flow",
        mixinStandardHelpOptions = true,
        description = {
            "Commands through the gateway of a platform in one process: how many, how fast, at what",
            "cost; how long it takes to start. Rewrites its section of docs/benchmarks.md."
        })
final class FlowCommand implements Callable<Integer> {
    private static final List<Ask> ASKS =
            List.of(
                    new Ask(Workload.PLAN_ACTIVITY, 1),
                    Flow.FEW,
                    Flow.BUSY,
                    new Ask(Workload.ESTABLISH_ORGANIZATION, 64));
    private static final Duration SETTLED = Duration.ofSeconds(4);

    /** They share the time for warming up, as they do in the platform. */
    private static final int RAW_PARTS = 6;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--rounds", defaultValue = "3", description = "default: ${DEFAULT-VALUE}")
    private int rounds = 3;

    @Option(
            names = "--seconds",
            defaultValue = "8",
            description = "Length of a round (default: ${DEFAULT-VALUE}).")
    private int seconds = 8;

    @Option(
            names = "--warm-up",
            defaultValue = "240",
            description = {
                "Seconds of load before the first round (default: ${DEFAULT-VALUE}): so long",
                "the JVM compiles on two cores."
            })
    private int warmUp = 240;

    @Option(names = "--starts", defaultValue = "3", description = "default: ${DEFAULT-VALUE}")
    private int starts = 3;

    @Option(
            names = "--page",
            defaultValue = "docs/benchmarks.md",
            description = "The page to write to (default: ${DEFAULT-VALUE}).")
    private Path page = Path.of("docs/benchmarks.md");

    @Option(
            names = "--profile",
            defaultValue = "",
            paramLabel = "FILE",
            description = "Record the platform under load with JFR; the figures are worse then.")
    private String profile = "";

    private final List<Start> first = new ArrayList<>();
    private final List<Start> later = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        for (String option : List.of("--rounds", "--seconds", "--warm-up", "--starts"))
            checkAtLeastOne(option);
        Page.require(page, FlowPage.MARKS);
        Path folder = Files.createTempDirectory(Path.of("infra/bench/target"), "flow");
        try {
            List<List<String>> machine = Machine.described(folder);
            for (int i = 0; i < starts; i++) starts(folder.resolve("start" + i));
            Flow flow = load(folder, machine);
            String text = new FlowPage(flow).text();
            spec.commandLine().getOut().println(text);
            Page.write(page, FlowPage.MARKS, text);
        } finally {
            Folders.delete(folder);
        }
        return 0;
    }

    private void checkAtLeastOne(String option) {
        int value = spec.findOption(option).getValue();
        if (value < 1)
            throw new ParameterException(
                    spec.commandLine(), option + " is at least 1, not " + value);
    }

    private void starts(Path folder) {
        first.add(start(folder));
        later.add(start(folder));
        say("start: %s, again: %s", first.getLast(), later.getLast());
    }

    private Start start(Path folder) {
        PlatformOptions options = PlatformOptions.onFreePorts(folder);
        try (JavaProcess process = JavaProcess.platform(flags(), options)) {
            Load.pause(SETTLED);
            return new Start(process.secondsToReady(), process.residentMb(), process.stop());
        }
    }

    private Flow load(Path folder, List<List<String>> machine) {
        PlatformOptions options = PlatformOptions.onFreePorts(folder.resolve("load"));
        List<String> flags = flags();
        if (!profile.isEmpty())
            flags.add("-XX:StartFlightRecording=settings=profile,filename=" + profile);
        try (JavaProcess process = JavaProcess.platform(flags, options)) {
            Load load = new Load(process, options);
            Map<Long, Round> warming = warmUp(load);
            Map<Ask, Round> medians = rounds(load);
            double idle = load.idleCores(SETTLED);
            double resident = process.residentMb();
            Supplier<byte[]> requests = load.requests(Workload.PLAN_ACTIVITY);
            double stopped = process.stop();
            Flow measured =
                    new Flow(
                            machine, first, later, warming, medians, idle, resident, stopped,
                            Map.of());
            return measured.with(parts(folder, options.data(), measured.busy(), requests));
        }
    }

    /** The rounds before those that count, by the second at which they ended. */
    private Map<Long, Round> warmUp(Load load) {
        Map<Long, Round> rounds = new LinkedHashMap<>();
        long begun = System.nanoTime();
        long after = 0;
        while (after < warmUp) {
            for (Ask ask : ASKS) {
                Round round =
                        load.round(ask.workload(), ask.clients(), Duration.ofSeconds(seconds));
                after = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
                if (ask.equals(Flow.BUSY)) rounds.put(after, round);
            }
            say("warm-up: %d of %d s", after, warmUp);
        }
        return rounds;
    }

    private Map<Ask, Round> rounds(Load load) {
        Map<Ask, List<Round>> all = new LinkedHashMap<>();
        for (int i = 0; i < rounds; i++)
            for (Ask ask : ASKS) {
                Round round =
                        load.round(ask.workload(), ask.clients(), Duration.ofSeconds(seconds));
                all.computeIfAbsent(ask, a -> new ArrayList<>()).add(round);
                say("%s: %s", ask, round);
            }
        Map<Ask, Round> medians = new LinkedHashMap<>();
        all.forEach((ask, of) -> medians.put(ask, Round.median(of)));
        return medians;
    }

    private Map<String, Double> parts(
            Path folder, Path data, Round busy, Supplier<byte[]> requests) {
        List<String> main =
                List.of(
                        Bench.class.getName(),
                        "raw",
                        "--data=" + data,
                        "--folder=" + folder.resolve("raw"),
                        "--batch=" + Math.round(busy.of(Figure.BATCH)),
                        "--inbox-batch=" + Math.round(busy.of(Figure.INBOX_BATCH)),
                        "--readers=" + FlowPage.READERS,
                        "--warm-up=" + warmUp / RAW_PARTS,
                        "--seconds=" + seconds);
        String classPath = System.getProperty("java.class.path");
        Map<String, Double> parts = new HashMap<>();
        try (JavaProcess raw = JavaProcess.start(flags(), classPath, main, RawCommand.SERVING)) {
            int port = 0;
            for (String line : raw.said()) {
                String[] words = line.split(" ", -1);
                if (line.startsWith(RawCommand.PART)) parts.put(words[1], Double.valueOf(words[2]));
                if (line.startsWith(RawCommand.SERVING)) port = Integer.parseInt(words[2]);
            }
            ClosedLoop loop = new ClosedLoop(port, requests);
            loop.run(Flow.BUSY.clients(), Duration.ofSeconds(warmUp / RAW_PARTS));
            CpuUse cpu = CpuUse.now(raw.pid());
            double sent =
                    loop.run(Flow.BUSY.clients(), Duration.ofSeconds(seconds))
                            .micros()
                            .getTotalCount();
            parts.put("http", 1_000 * CpuUse.now(raw.pid()).since(cpu).process() / sent);
        }
        return parts;
    }

    /** Those of the launcher. */
    static List<String> flags() {
        return flags(flag -> !flag.isBlank());
    }

    /** The same, but with a quarter of the machine's memory for the heap. */
    static List<String> roomyFlags() {
        List<String> flags = flags(flag -> !flag.isBlank() && !flag.matches("-Xm[nsx].*"));
        flags.add("-XX:MaxRAMPercentage=25");
        return flags;
    }

    private static List<String> flags(Predicate<String> wanted) {
        List<String> flags = new ArrayList<>();
        for (String flag : System.getProperty("zhengyou.run.flags", "").split(" ", -1))
            if (wanted.test(flag)) flags.add(flag);
        return flags;
    }

    private void say(String format, Object... what) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(format + "%n", what);
        out.flush();
    }
}
