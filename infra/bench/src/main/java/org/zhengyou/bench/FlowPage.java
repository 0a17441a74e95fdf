package org.zhengyou.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.zhengyou.bench.Flow.Ask;

/** The section of the page about benchmarks that {@code bench flow} writes. */
record FlowPage(Flow flow) {
    /** Services that read the topic of activities. */
    static final int READERS = 2;

    private static final List<Figure> WARMING =
            List.of(Figure.PER_SECOND, Figure.P50, Figure.P99, Figure.PLATFORM_CPU);

    /** Names the marks of this section. */
    static final String MARKS = "flow";

    /** Tables in Markdown. */
    String text() {
        return String.join(
                "\n\n",
                "### Machine",
                Page.table(List.of("", ""), flow.machine()),
                "### Targets",
                Page.table(List.of("what", "target", "measured", ""), targets()),
                "### Load",
                Page.table(loadHead(), flow.rounds().keySet().stream().map(this::loadRow).toList()),
                ("One caller may ask the gateway %,d times a second (its default); that was not"
                                + " reached. After the load, with nobody asking, the platform keeps"
                                + " %.2f cores busy.")
                        .formatted(JavaProcess.REQUESTS_PER_SECOND, flow.idle()),
                "### While the JVM warms up",
                ("%s by %d clients, in the first minutes of a process; what counts above came"
                                + " afterwards.")
                        .formatted(Flow.BUSY.workload().command(), Flow.BUSY.clients()),
                Page.table(warmingHead(), warming()),
                "### CPU of a command against its raw parts",
                Page.table(List.of("part", "CPU ms", "times", "CPU ms per command"), parts()),
                "### Start-up, memory, end",
                Page.table(List.of("", "ready after s", "resident MB", "ended after s"), starts()));
    }

    private List<List<String>> targets() {
        Round busy = flow.busy();
        double start = Start.median(flow.first(), Start::ready);
        double ready = Start.median(flow.first(), Start::resident);
        double stop = Math.max(Start.median(flow.first(), Start::stopped), flow.stopped());
        return List.of(
                Target.atLeast(1_500, "commands/s at 64 clients", busy.of(Figure.PER_SECOND))
                        .row(cpuBound(busy)),
                Target.atMost(100, "p99 ms at 64 clients", busy.of(Figure.P99)).row(cpuBound(busy)),
                Target.atMost(5, "lag p50 ms at 64 clients", busy.of(Figure.LAG_P50))
                        .row(cpuBound(busy) + withFew(Figure.LAG_P50)),
                Target.atMost(50, "lag p99 ms at 64 clients", busy.of(Figure.LAG_P99))
                        .row(cpuBound(busy) + withFew(Figure.LAG_P99)),
                Target.atMost(15, "first start, ready after s", start).row(""),
                Target.atMost(700, "resident MB when ready", ready).row(""),
                Target.atMost(700, "resident MB after the load", flow.resident())
                        .row("the JVM keeps the heap that a load has filled"),
                Target.atMost(5, "Ctrl-C, ended after s", stop).row(""));
    }

    /** What limits the throughput of a closed loop: how much CPU a command and its client need. */
    private static String cpuBound(Round busy) {
        double perCommand = busy.of(Figure.PLATFORM_CPU) + busy.of(Figure.CLIENT_CPU);
        int cores = Runtime.getRuntime().availableProcessors();
        return "a command takes %.2f ms of CPU with its client, so %d cores do at most %,.0f/s; others took %.2f cores"
                .formatted(perCommand, cores, cores * 1_000 / perCommand, busy.of(Figure.OTHERS));
    }

    /** The same where there are cores to spare. */
    private String withFew(Figure figure) {
        return "; with %d clients it is %.1f"
                .formatted(Flow.FEW.clients(), flow.round(Flow.FEW).of(figure));
    }

    private static List<String> loadHead() {
        return Stream.concat(
                        Stream.of("command", "clients"),
                        Arrays.stream(Figure.values()).map(Figure::title))
                .toList();
    }

    private List<String> loadRow(Ask ask) {
        Round round = flow.round(ask);
        return Stream.concat(
                        Stream.of(ask.workload().command(), String.valueOf(ask.clients())),
                        Arrays.stream(Figure.values()).map(f -> f.text(round.of(f))))
                .toList();
    }

    private static List<String> warmingHead() {
        return Stream.concat(Stream.of("seconds of load"), WARMING.stream().map(Figure::title))
                .toList();
    }

    private List<List<String>> warming() {
        List<List<String>> rows = new ArrayList<>();
        flow.warming()
                .forEach(
                        (after, round) ->
                                rows.add(
                                        Stream.concat(
                                                        Stream.of(String.valueOf(after)),
                                                        WARMING.stream()
                                                                .map(f -> f.text(round.of(f))))
                                                .toList()));
        return rows;
    }

    private List<List<String>> parts() {
        Round busy = flow.busy();
        double copies = Math.max(0, busy.of(Figure.COPIES) - 1);
        List<Part> parts =
                List.of(
                        part(
                                "http",
                                "HTTP through bare Reactor Netty to bare Tomcat, same bytes",
                                1),
                        part("signature", "check of an RS256 signature: twice per token", 0),
                        part("append", "append to a log, %s at a time", 1, Figure.BATCH),
                        part(
                                "kafka",
                                "produce to Kafka, " + READERS + " readers, %s at a time",
                                1,
                                Figure.BATCH),
                        part(
                                "inbox",
                                "append to an inbox, %s at a time",
                                copies,
                                Figure.INBOX_BATCH),
                        part(
                                "row",
                                "look for a row and write it, %s at a time",
                                1,
                                Figure.INBOX_BATCH));
        List<List<String>> rows = new ArrayList<>();
        for (Part part : parts) rows.add(part.row());
        double sum = parts.stream().mapToDouble(Part::total).sum();
        double platform = busy.of(Figure.PLATFORM_CPU);
        rows.add(List.of("**sum of the parts**", "", "", ms(sum)));
        rows.add(List.of("**the platform, 64 clients**", "", "", ms(platform)));
        rows.add(List.of("**ratio**", "", "", "%.1f".formatted(platform / sum)));
        return rows;
    }

    private Part part(String key, String what, double times, Figure... of) {
        Object[] figures = Arrays.stream(of).map(f -> f.text(flow.busy().of(f))).toArray();
        return new Part(what.formatted(figures), flow.parts().getOrDefault(key, Double.NaN), times);
    }

    /** A raw part, its CPU in ms, and how often a command needs it. */
    private record Part(String what, double cpu, double times) {
        double total() {
            return cpu * times;
        }

        List<String> row() {
            return List.of(what, ms(cpu), "%.2f".formatted(times), ms(total()));
        }
    }

    private static String ms(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private List<List<String>> starts() {
        return List.of(
                startRow("first start, empty folder", flow.first()),
                startRow("later start, on the same folder", flow.later()),
                List.of(
                        "after the load",
                        "",
                        "%.0f".formatted(flow.resident()),
                        "%.1f".formatted(flow.stopped())));
    }

    private static List<String> startRow(String title, List<Start> of) {
        return List.of(
                title + ", median of " + of.size(),
                "%.1f".formatted(Start.median(of, Start::ready)),
                "%.0f".formatted(Start.median(of, Start::resident)),
                "%.1f".formatted(Start.median(of, Start::stopped)));
    }
}
