package org.zhengyou.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.zhengyou.bench.HistoryReads.Cell;
import org.zhengyou.bench.campaign.SeededCampaign;

/** The section of the page about benchmarks that {@code bench history} writes. */
record HistoryPage(History history) {
    private static final List<Figure> FIGURES =
            List.of(
                    Figure.PER_SECOND,
                    Figure.P50,
                    Figure.P99,
                    Figure.P999,
                    Figure.PLATFORM_CPU,
                    Figure.CLIENT_CPU,
                    Figure.OTHERS);

    /** Tables in Markdown. */
    String text() {
        return String.join(
                "\n\n",
                "### Where the long history was measured",
                Page.table(List.of("", ""), history.machine()),
                "### Targets of the long history",
                Page.table(
                        List.of("what", "target", "measured", ""),
                        new HistoryTargets(history).rows()),
                "### The campaigns",
                Page.table(
                        List.of("members", "events", "of each service"),
                        List.of(row(history.small()), row(history.large()))),
                caughtUp(),
                "### Lists and rows: half of the answers came within ms",
                Page.table(readsHead(), reads()),
                "### Commands of 64 clients, beside the peer",
                Page.table(commandsHead(), commands()),
                history.hasPeer() ? "" : "No peer: " + history.withoutPeer() + ".",
                "### A page of %d members as of a date, ms".formatted(Question.PAGE),
                Page.table(List.of("members", "who", "now", "as of a date"), pages()),
                "### A view built anew",
                rebuild(),
                "### Where the CPU of the platform went, % of what it used",
                Page.table(profilesHead(), profiles()));
    }

    private List<String> profilesHead() {
        List<String> head = new ArrayList<>(List.of("part"));
        head.addAll(history.profiles().keySet());
        return head;
    }

    /** Parts that took most, over all phases, come first. */
    private List<List<String>> profiles() {
        Map<String, Double> parts = new LinkedHashMap<>();
        for (Profile profile : history.profiles().values())
            profile.shares().forEach((part, share) -> parts.merge(part, share, Double::sum));
        List<List<String>> rows = new ArrayList<>();
        parts.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(
                        part ->
                                rows.add(
                                        profiled(
                                                part.getKey(),
                                                p ->
                                                        "%.0f"
                                                                .formatted(
                                                                        100
                                                                                * p.shares()
                                                                                        .getOrDefault(
                                                                                                part
                                                                                                        .getKey(),
                                                                                                0.0)))));
        rows.add(profiled("cores kept busy", p -> "%.2f".formatted(p.cores())));
        rows.add(profiled("allocated, MB/s", p -> "%,.0f".formatted(p.allocated())));
        rows.add(
                profiled(
                        "stopped by the collector, % of the time",
                        p -> "%.1f".formatted(100 * p.paused())));
        return rows;
    }

    private List<String> profiled(String what, Function<Profile, String> of) {
        return Stream.concat(Stream.of(what), history.profiles().values().stream().map(of))
                .toList();
    }

    private static List<String> row(SeededCampaign campaign) {
        List<String> of = new ArrayList<>();
        campaign.eventsOf()
                .forEach((service, events) -> of.add(service + " %,d".formatted(events)));
        return List.of(
                "%,d".formatted(campaign.university().members()),
                "%,d".formatted(campaign.events()),
                String.join(", ", of));
    }

    private String caughtUp() {
        return "From its logs alone, with nothing published, heard or shown yet, a platform with a quarter of the machine's memory for its heap had %,d events and %,.0f copies of them in all views after %.0f s: %,.0f facts a second. Everything below was measured on one that was started as always, on that folder."
                .formatted(
                        history.caughtUp().events(),
                        history.caughtUp().copies(),
                        history.caughtUp().seconds(),
                        history.caughtUp().perSecond());
    }

    private List<String> readsHead() {
        List<String> head = new ArrayList<>(List.of("what", "events", "rows"));
        for (When when : When.values()) head.add(when.title());
        head.add("now, p99");
        return head;
    }

    private List<List<String>> reads() {
        List<List<String>> rows = new ArrayList<>();
        history.largeReads()
                .keySet()
                .forEach(
                        question -> {
                            add(rows, question, history.smallReads(), history.small());
                            add(rows, question, history.largeReads(), history.large());
                        });
        return rows;
    }

    private static void add(
            List<List<String>> rows,
            Question question,
            Map<Question, Map<When, Cell>> reads,
            SeededCampaign campaign) {
        List<String> row = new ArrayList<>();
        row.add(question.title());
        row.add("%,d".formatted(campaign.events()));
        row.add(
                History.cell(reads, question, When.NOW)
                        .map(c -> String.valueOf(c.rows()))
                        .orElse("–"));
        for (When when : When.values())
            row.add(History.cell(reads, question, when).map(c -> millis(c, 50)).orElse("–"));
        row.add(History.cell(reads, question, When.NOW).map(c -> millis(c, 99)).orElse("–"));
        rows.add(row);
    }

    private static String millis(Cell cell, double percentile) {
        if (!cell.refused().isEmpty()) return "refused: " + cell.refused();
        return cell.rows() == 0 ? "no rows" : "%.1f".formatted(cell.millisAt(percentile));
    }

    private static List<String> commandsHead() {
        return Stream.concat(
                        Stream.of("command", "of"),
                        FIGURES.stream().map(f -> f == Figure.PLATFORM_CPU ? "CPU ms" : f.title()))
                .toList();
    }

    private List<List<String>> commands() {
        List<List<String>> rows = new ArrayList<>();
        history.rounds()
                .forEach(
                        (asked, round) ->
                                rows.add(
                                        Stream.concat(
                                                        Stream.of(
                                                                asked.workload().command(),
                                                                asked.peer()
                                                                        ? "the peer"
                                                                        : "the platform"),
                                                        FIGURES.stream()
                                                                .map(f -> f.text(round.of(f))))
                                                .toList()));
        return rows;
    }

    private List<List<String>> pages() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(ours(history.smallReads(), history.small()));
        rows.add(ours(history.largeReads(), history.large()));
        history.pages()
                .forEach(
                        (which, micros) -> {
                            if (which.now()) return;
                            Histogram now =
                                    history.pages()
                                            .get(
                                                    new History.PeerPage(
                                                            which.kind(), which.members(), true));
                            rows.add(
                                    List.of(
                                            "%,d".formatted(which.members()),
                                            which.kind() == EnversPeer.Kind.TUNED
                                                    ? "Envers tuned by hand"
                                                    : "Envers as generated",
                                            now == null ? "–" : median(now),
                                            median(micros)));
                        });
        return rows;
    }

    private static String median(Histogram micros) {
        double millis = micros.getValueAtPercentile(50) / 1e3;
        boolean gaveUp = millis >= 60_000;
        return gaveUp ? "over 60,000" : "%,.1f".formatted(millis);
    }

    private static List<String> ours(
            Map<Question, Map<When, Cell>> reads, SeededCampaign campaign) {
        return List.of(
                "%,d".formatted(campaign.university().members()),
                "the platform",
                History.cell(reads, History.MEMBERS, When.NOW).map(c -> millis(c, 50)).orElse("–"),
                History.cell(reads, History.MEMBERS, When.AS_OF).map(c -> millis(c, 50)).orElse("–")
                        + "; with both clocks "
                        + History.cell(reads, History.MEMBERS, When.BOTH)
                                .map(c -> millis(c, 50))
                                .orElse("–"));
    }

    private String rebuild() {
        HistoryRebuild.Seen seen = history.rebuild();
        return Page.table(
                List.of("", "before", "beside a rebuild"),
                List.of(
                        List.of(
                                "4 clients that pause 40 ms: commands, p50 ms",
                                "%.1f".formatted(seen.before().millisAt(50)),
                                "%.1f".formatted(seen.during().millisAt(50))),
                        List.of(
                                "likewise, p99 ms",
                                "%.1f".formatted(seen.before().millisAt(99)),
                                "%.1f".formatted(seen.during().millisAt(99))),
                        List.of(
                                "64 clients that do not: commands/s",
                                "%,.0f".formatted(seen.busyBefore().perSecond()),
                                "%,.0f".formatted(seen.busyDuring().perSecond())),
                        List.of(
                                "commands of all of these that were refused",
                                "%,d"
                                        .formatted(
                                                seen.before().refused()
                                                        + seen.busyBefore().refused()),
                                "%,d"
                                        .formatted(
                                                seen.during().refused()
                                                        + seen.busyDuring().refused())),
                        List.of(
                                "answers of the views, p50 ms",
                                "",
                                "%.1f".formatted(seen.answers().getValueAtPercentile(50) / 1e3))));
    }
}
