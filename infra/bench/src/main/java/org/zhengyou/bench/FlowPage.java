package org.zhengyou.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final String BEGIN = "<!-- bench flow: begin -->";
    private static final String END = "<!-- bench flow: end -->";

    /** Tables in Markdown. */
    String text() {
        return String.join(
                "\n\n",
                "### Machine",
                table(List.of("", ""), flow.machine()),
                "### Targets",
                table(List.of("what", "target", "measured", ""), targets()),
                "### Load",
                table(loadHead(), flow.rounds().keySet().stream().map(this::loadRow).toList()),
                ("One caller may ask the gateway %,d times a second (its default); that was not"
                                + " reached. After the load, with nobody asking, the platform keeps"
                                + " %.2f cores busy.")
                        .formatted(JavaProcess.REQUESTS_PER_SECOND, flow.idle()),
                "### While the JVM warms up",
                ("%s by %d clients, in the first minutes of a process; what counts above came"
                                + " afterwards.")
                        .formatted(Flow.BUSY.workload().command(), Flow.BUSY.clients()),
                table(warmingHead(), warming()),
                "### CPU of a command against its raw parts",
                table(List.of("part", "CPU ms", "times", "CPU ms per command"), parts()),
                "### Start-up, memory, end",
                table(List.of("", "ready after s", "resident MB", "ended after s"), starts()));
    }

    /** Puts the text between the two marks of the page. */
    static void write(Path page, String text) throws IOException {
        Files.writeString(page, replaced(Files.readString(page), text));
    }

    /** The page with this text between its two marks, which stay. */
    static String replaced(String page, String text) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin)
            throw new IllegalStateException("the page has lost its marks: " + BEGIN + " " + END);
        return page.substring(0, begin + BEGIN.length())
                + "\n\n"
                + text
                + "\n\n"
                + page.substring(end);
    }

    static String table(List<String> head, List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        lines.add("| " + String.join(" | ", head) + " |");
        lines.add("|" + "---|".repeat(head.size()));
        for (List<String> row : rows) lines.add("| " + String.join(" | ", row) + " |");
        return String.join("\n", lines);
    }

    private List<List<String>> targets() {
        Round busy = flow.busy();
        double start = Start.median(flow.first(), Start::ready);
        double stop = Math.max(Start.median(flow.first(), Start::stopped), flow.stopped());
        return List.of(
                Target.atLeast(1_500, "commands/s at 64 clients", busy.of(Figure.PER_SECOND))
                        .row(cpuBound(busy)),
                Target.atMost(100, "p99 ms at 64 clients", busy.of(Figure.P99)).row(cpuBound(busy)),
                Target.atMost(5, "lag p50 ms at 64 clients", busy.of(Figure.LAG_P50))
                        .row(cpuBound(busy)),
                Target.atMost(50, "lag p99 ms at 64 clients", busy.of(Figure.LAG_P99))
                        .row(cpuBound(busy)),
                Target.atMost(15, "first start, ready after s", start).row(""),
                Target.atMost(700, "resident MB after the load", flow.resident()).row(""),
                Target.atMost(5, "Ctrl-C, ended after s", stop).row(""));
    }

    /** What limits the throughput of a closed loop: how much CPU a command and its client need. */
    private static String cpuBound(Round busy) {
        double perCommand = busy.of(Figure.PLATFORM_CPU) + busy.of(Figure.CLIENT_CPU);
        int cores = Runtime.getRuntime().availableProcessors();
        return "a command takes %.2f ms of CPU with its client, so %d cores do at most %,.0f/s; others took %.2f cores"
                .formatted(perCommand, cores, cores * 1_000 / perCommand, busy.of(Figure.OTHERS));
    }

    private static List<String> loadHead() {
        return Stream.concat(
                        Stream.of("command", "clients"),
                        Arrays.stream(Figure.values()).map(Figure::title))
                .toList();
    }

    private List<String> loadRow(Ask ask) {
        Round round = flow.rounds().getOrDefault(ask, flow.busy());
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
