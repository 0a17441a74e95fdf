package org.zhengyou.bench;

import java.util.ArrayList;
import java.util.List;
import org.zhengyou.bench.LogSubject.Cell;

/** The section of the page about benchmarks that {@code bench log} writes. */
record LogPage(LogResults results) {
    /** Tables in Markdown. */
    String text() {
        List<String> parts = new ArrayList<>();
        parts.add("### Where the log was measured");
        parts.add(Page.table(List.of("", ""), results.machine()));
        parts.add("### Targets of the log");
        parts.add(
                Page.table(
                        List.of("what", "target", "measured", ""), new LogTargets(results).rows()));
        parts.add("### Appending");
        if (!results.withoutPostgres().isEmpty())
            parts.add("Without Axon on PostgreSQL: " + results.withoutPostgres() + ".");
        parts.add(
                Page.table(
                        List.of(
                                "subject",
                                "processes",
                                "writers in each",
                                "events/s",
                                "p50 ms",
                                "p99 ms",
                                "events per write",
                                "the log, times this",
                                "client CPU µs",
                                "server CPU µs",
                                "cores taken by others"),
                        results.appends().keySet().stream().map(this::appended).toList()));
        parts.add("### The chain");
        parts.add(chain());
        parts.add("### Loading an entity, in ms");
        parts.add(
                Page.table(
                        List.of(
                                "events of the entity",
                                "from the log",
                                "with the state cache",
                                "axon-mongo"),
                        LogHistory.PARTS.stream().map(this::loaded).toList()));
        parts.add("### Where appends with 64 writers spend their time");
        parts.add(
                Page.table(
                        List.of("process", "whose code", "share of its Java code"),
                        results.profile()));
        parts.add(
                "### Replaying and verifying a history of %,d events".formatted(results.events()));
        parts.add(
                Page.table(List.of("", "events/s", "client CPU µs", "server CPU µs"), replayed()));
        parts.add("### Asking at the head, nothing new");
        parts.add(
                Page.table(
                        List.of("", "ms"),
                        List.of(
                                asked("the log, in the process that appends", LogHistory.POLL),
                                asked("the log, in another process: a query", LogHistory.ASK),
                                asked("axon-mongo", LogHistory.POLL_MONGO))));
        parts.add("### Appending to a young log and to a long one, 64 writers");
        parts.add(
                Page.table(
                        List.of("events in the log", "events/s", "client CPU µs", "server CPU µs"),
                        List.of(
                                cost("10,000", LogHistory.YOUNG),
                                cost("%,d".formatted(results.events()), LogHistory.OLD))));
        return String.join("\n\n", parts);
    }

    private List<String> appended(Cell cell) {
        Appended one = results.append(cell.subject(), cell.processes(), cell.writers());
        boolean elsewhere = cell.subject() == LogSubject.AXON_JDBC;
        return List.of(
                cell.subject().title(),
                String.valueOf(cell.processes()),
                String.valueOf(cell.writers()),
                whole(one.perSecond()),
                "%.2f".formatted(one.p50()),
                "%.2f".formatted(one.p99()),
                cell.subject() == LogSubject.LOG ? fine(one.together()) : "",
                ratio(cell, one),
                whole(one.client()),
                whole(elsewhere ? 1e6 * one.others() / one.perSecond() : one.server()),
                elsewhere ? "–" : "%.2f".formatted(one.others()));
    }

    /** One process of the log with as many writers against this. */
    private String ratio(Cell cell, Appended one) {
        boolean itself = cell.subject() == LogSubject.LOG && cell.processes() == 1;
        int writers =
                cell.subject().isBatch() ? LogAppends.BATCH : cell.processes() * cell.writers();
        double log = results.append(LogSubject.LOG, 1, writers).perSecond();
        return itself ? "" : said(log / one.perSecond(), "%.2f");
    }

    private String chain() {
        Appended hash = results.read(LogHistory.HASH);
        Appended busy = results.append(LogSubject.LOG, 1, 64);
        return ("Alone, the canonical bytes, the leaf and the hash of one event take %.1f µs, of which"
                        + " SHA-256 %.1f; an append with 64 writers takes %s, so the chain is %.1f %% of"
                        + " the CPU.")
                .formatted(
                        hash.micros(),
                        results.read(LogHistory.DIGEST).micros(),
                        busy.cost(),
                        100 * LogTargets.chainShare(results));
    }

    private List<String> loaded(int part) {
        return List.of(
                "%,d".formatted(results.events() / part),
                millis(results.read(LogHistory.load(part))),
                millis(results.read(LogHistory.cached(part))),
                millis(results.read(LogHistory.loadMongo(part))));
    }

    private List<List<String>> replayed() {
        return List.of(
                cost("replay by the log", LogHistory.REPLAY),
                cost("raw cursor, same decoding", LogHistory.CURSOR),
                cost("axon-mongo", LogHistory.REPLAY_MONGO),
                cost("verify", LogHistory.VERIFY),
                cost("the chain alone, on one core", LogHistory.HASH),
                cost("SHA-256 of the same bytes, on one core", LogHistory.DIGEST));
    }

    private List<String> cost(String title, String name) {
        Appended one = results.read(name);
        return List.of(title, whole(one.perSecond()), fine(one.client()), fine(one.server()));
    }

    private List<String> asked(String title, String name) {
        return List.of(title, millis(results.read(name)));
    }

    private static String millis(Appended one) {
        double millis = one.micros() / 1_000;
        return millis < 0.001 ? "< 0.001" : said(millis, millis < 10 ? "%.3f" : "%,.0f");
    }

    private static String whole(double value) {
        return said(value, "%,.0f");
    }

    private static String fine(double value) {
        return said(value, "%,.1f");
    }

    private static String said(double value, String format) {
        return Double.isNaN(value) ? "–" : format.formatted(value);
    }
}
