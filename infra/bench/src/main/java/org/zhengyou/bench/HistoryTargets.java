package org.zhengyou.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.zhengyou.bench.EnversPeer.Kind;
import org.zhengyou.bench.HistoryReads.Cell;

/** What a platform with a long history is to reach. */
record HistoryTargets(History history) {
    private static final double PAST = 2;
    private static final double LONG = 1.3;

    /** A question with a clock, and by what it missed. */
    private record Worst(Question question, When when, double value) {}

    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (boolean list : new boolean[] {true, false})
            for (When when : When.values()) if (when.isPast()) rows.add(past(list, when));
        rows.add(longer());
        rows.add(firstPages());
        rows.add(refusals());
        rows.add(commands(Workload.PLAN_ACTIVITY, 2));
        rows.add(commands(Workload.ESTABLISH_ORGANIZATION, 1));
        rows.add(latency());
        rows.add(page(Kind.TUNED, 3));
        rows.add(page(Kind.GENERATED, 100));
        rows.addAll(rebuild());
        rows.add(start());
        rows.add(
                Target.atMost(700, "resident MB after the load", history.resident())
                        .row("the JVM keeps the heap that a load has filled"));
        return rows;
    }

    private List<String> past(boolean list, When when) {
        String what =
                "%s with %s, times now, the worst".formatted(list ? "list" : "row", when.title());
        return worst(list, history.largeReads(), cells -> ratio(cells, when), when)
                .map(w -> Target.atMost(PAST, what, w.value()).row(w.question().title()))
                .orElse(List.of(what, "≤ " + PAST, "–", "not measured"));
    }

    private static double ratio(Map<When, Cell> cells, When when) {
        Cell past = cells.get(when);
        Cell now = cells.get(When.NOW);
        return past == null || now == null || !past.isAnswered() || !now.isAnswered()
                ? Double.NaN
                : past.millisAt(50) / now.millisAt(50);
    }

    private static Optional<Worst> worst(
            boolean list,
            Map<Question, Map<When, Cell>> reads,
            ToDoubleFunction<Map<When, Cell>> of,
            When when) {
        return reads.entrySet().stream()
                .filter(e -> e.getKey().isList() == list)
                .map(e -> new Worst(e.getKey(), when, of.applyAsDouble(e.getValue())))
                .filter(w -> !Double.isNaN(w.value()))
                .max(Comparator.comparingDouble(Worst::value));
    }

    /** Where both answer as many rows. */
    private List<String> longer() {
        String what =
                "%,d events beside %,d, same number of rows, the worst"
                        .formatted(history.large().events(), history.small().events());
        return Stream.of(When.values())
                .flatMap(when -> history.largeReads().keySet().stream().map(q -> longer(q, when)))
                .filter(w -> !Double.isNaN(w.value()))
                .max(Comparator.comparingDouble(Worst::value))
                .map(
                        w ->
                                Target.atMost(LONG, what, w.value())
                                        .row(w.question().title() + ", " + w.when().title()))
                .orElse(List.of(what, "≤ " + LONG, "–", "not measured"));
    }

    private Worst longer(Question question, When when) {
        Optional<Cell> large = History.cell(history.largeReads(), question, when);
        Optional<Cell> small = History.cell(history.smallReads(), question, when);
        boolean comparable =
                large.filter(Cell::isAnswered).isPresent()
                        && small.filter(Cell::isAnswered).isPresent()
                        && large.get().rows() == small.get().rows();
        double ratio =
                comparable ? large.get().millisAt(50) / small.get().millisAt(50) : Double.NaN;
        return new Worst(question, when, ratio);
    }

    private List<String> firstPages() {
        String what =
                "first page of a list now, p99 ms at %,d members, the worst"
                        .formatted(history.large().university().members());
        return worst(
                        true,
                        history.largeReads(),
                        cells -> {
                            Cell now = cells.get(When.NOW);
                            return now == null || !now.isAnswered() ? Double.NaN : now.millisAt(99);
                        },
                        When.NOW)
                .map(w -> Target.atMost(50, what, w.value()).row(w.question().title()))
                .orElse(List.of(what, "≤ 50", "–", "not measured"));
    }

    private List<String> refusals() {
        List<String> refused = new ArrayList<>();
        history.largeReads()
                .forEach(
                        (question, cells) ->
                                cells.forEach(
                                        (when, cell) -> {
                                            if (!cell.refused().isEmpty())
                                                refused.add(
                                                        question.title()
                                                                + ", "
                                                                + when.title()
                                                                + ": "
                                                                + cell.refused());
                                        }));
        boolean met = refused.isEmpty();
        return List.of(
                "questions that were refused",
                "none",
                String.valueOf(refused.size()),
                met ? "met" : "missed: " + String.join("; ", refused));
    }

    private List<String> commands(Workload workload, double limit) {
        String what = workload.command() + " at 64 clients, times the peer's commands/s";
        if (!history.hasPeer()) return notMeasured(what, limit);
        Round ours = history.round(workload, false);
        Round theirs = history.round(workload, true);
        return Target.atLeast(
                        limit, what, ours.of(Figure.PER_SECOND) / theirs.of(Figure.PER_SECOND))
                .row(
                        "%s, there %s; %s"
                                .formatted(
                                        cost(ours), cost(theirs), history.why(workload.command())));
    }

    private static String cost(Round round) {
        return "%.2f ms of CPU per command with its client"
                .formatted(round.of(Figure.PLATFORM_CPU) + round.of(Figure.CLIENT_CPU));
    }

    private List<String> latency() {
        Round busy = history.round(Workload.PLAN_ACTIVITY, false);
        return Target.atMost(150, "PlanActivity at 64 clients, p99.9 ms", busy.of(Figure.P999))
                .row(cost(busy) + "; " + history.why(Workload.PLAN_ACTIVITY.command()));
    }

    /** The list of members as of a date beside that of the peer with as many members. */
    private List<String> page(Kind kind, double limit) {
        String what =
                "page of %d as of a date, times as fast as Envers %s"
                        .formatted(
                                Question.PAGE,
                                kind == Kind.TUNED ? "tuned by hand" : "as generated");
        int members = history.large().university().members();
        double theirs = history.peerMillis(kind, members);
        double ours =
                History.cell(history.largeReads(), History.MEMBERS, When.AS_OF)
                        .filter(Cell::isAnswered)
                        .map(cell -> cell.millisAt(50))
                        .orElse(Double.NaN);
        if (Double.isNaN(theirs) || Double.isNaN(ours)) return notMeasured(what, limit);
        return Target.atLeast(limit, what, theirs / ours)
                .row("%.1f ms, there %.1f".formatted(ours, theirs));
    }

    private static List<String> notMeasured(String what, double limit) {
        return List.of(what, "≥ %.0f".formatted(limit), "–", "not measured");
    }

    private List<List<String>> rebuild() {
        HistoryRebuild.Seen seen = history.rebuild();
        double slower = 100 * (seen.during().millisAt(50) / seen.before().millisAt(50) - 1);
        List<List<String>> rows = new ArrayList<>();
        seen.perSecond()
                .forEach(
                        (view, perSecond) ->
                                rows.add(
                                        Target.atLeast(
                                                        50_000,
                                                        "rebuild of %s, facts/s".formatted(view),
                                                        perSecond)
                                                .row(whyRebuilding(view))));
        rows.add(
                List.of(
                        "answers of these views refused meanwhile",
                        "none",
                        "%d of %d".formatted(seen.refused(), seen.answers().getTotalCount()),
                        seen.refused() == 0 ? "met" : "missed"));
        rows.add(
                Target.atMost(10, "commands beside a rebuild, % slower", slower)
                        .row(
                                "p50 %.1f ms, before %.1f; 64 clients: %,.0f/s, before %,.0f"
                                        .formatted(
                                                seen.during().millisAt(50),
                                                seen.before().millisAt(50),
                                                seen.busyDuring().perSecond(),
                                                seen.busyBefore().perSecond())));
        return rows;
    }

    /** What the store alone would take is the most that any rebuild can reach. */
    private String whyRebuilding(String view) {
        Double alone = history.storeRows().get(view);
        String why = history.why(History.rebuilding(view));
        return alone == null
                ? why
                : "the store alone takes %,.0f of its rows/s; %s".formatted(alone, why);
    }

    private List<String> start() {
        return Target.atLeast(
                        60,
                        "first 25 s of load after a start, % of the warm rate",
                        100 * history.startShare())
                .row(history.why(History.FIRST));
    }
}
