package org.zhengyou.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.zhengyou.bench.EnversPeer.Kind;
import org.zhengyou.bench.History.Asked;
import org.zhengyou.bench.History.PeerPage;
import org.zhengyou.bench.HistoryReads.Cell;
import org.zhengyou.bench.SeededPlatform.CaughtUp;
import org.zhengyou.bench.campaign.SeededCampaign;
import org.zhengyou.bench.campaign.University;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class HistoryTest {
    private static final SeededCampaign LARGE = new SeededCampaign(new University(1, 200), 2_000);
    private static final SeededCampaign SMALL = new SeededCampaign(new University(1, 100), 1_000);
    private static final Question ROW = new Question("members", "members", "m 1");

    private final Map<Question, Map<When, Cell>> large = new LinkedHashMap<>();
    private final Map<Question, Map<When, Cell>> small = new LinkedHashMap<>();

    @Test
    void what_reaches_everything_meets_every_target() {
        reads(1);

        assertThat(rows(1)).hasSize(19).allSatisfy(row -> assertThat(row).last().isEqualTo("met"));
    }

    @Test
    void what_is_three_times_as_slow_misses_every_target_of_speed() {
        reads(3);

        assertThat(rows(3))
                .filteredOn(row -> !row.getFirst().contains("refused"))
                .hasSize(17)
                .allSatisfy(row -> assertThat(row.getLast()).startsWith("missed by"));
    }

    @Test
    void a_refused_question_is_named() {
        reads(1);
        cells(large, History.MEMBERS).put(When.BOTH, new Cell(0, "504", micros(1)));

        assertThat(rows(1))
                .anySatisfy(
                        row ->
                                assertThat(row)
                                        .contains("questions that were refused", "1")
                                        .last()
                                        .asString()
                                        .contains("members/members, asOf and knownAt: 504"));
    }

    @Test
    void two_sizes_are_compared_only_where_they_answer_as_many_rows() {
        reads(1);
        cells(large, History.MEMBERS).put(When.NOW, new Cell(49, "", micros(90_000)));

        assertThat(rows(1))
                .filteredOn(row -> row.getFirst().contains("same number of rows"))
                .allSatisfy(row -> assertThat(row).last().isEqualTo("met"));
    }

    @Test
    void without_a_peer_the_page_says_why() {
        reads(1);

        String text = new HistoryPage(history(1, "it is not installed")).text();

        assertThat(text).contains("No peer: it is not installed.").doesNotContain("NaN");
    }

    @Test
    void a_rebuild_that_is_too_slow_says_what_the_store_takes_and_where_the_cpu_went() {
        reads(3);

        assertThat(rows(3))
                .anySatisfy(
                        row ->
                                assertThat(row)
                                        .contains("rebuild of timeline, facts/s")
                                        .last()
                                        .asString()
                                        .contains(
                                                "the store alone takes 70,000 of its rows/s; embedded store 75 %, JIT compiler 25 %, 2.0 cores busy"));
        assertThat(new HistoryPage(history(3, "")).text())
                .contains(
                        "| part | rebuild of timeline |",
                        "| embedded store | 75 |",
                        "| allocated, MB/s | 200 |",
                        "| stopped by the collector, % of the time | 5.0 |");
    }

    @Test
    void a_row_that_did_not_exist_then_is_no_refusal() {
        var none = new Asker.Answer(JsonMapper.builder().build().createObjectNode(), "404", 0.01);

        assertThat(HistoryReads.first(ROW, When.AS_OF, none).refused()).isEmpty();
        assertThat(HistoryReads.first(ROW, When.AS_OF, none).isAnswered()).isFalse();
        assertThat(HistoryReads.first(ROW, When.NOW, none).refused()).isEqualTo("404");
        assertThat(HistoryReads.first(History.MEMBERS, When.AS_OF, none).refused())
                .isEqualTo("404");
    }

    @Test
    void a_question_has_the_clocks_that_it_names() {
        assertThat(History.MEMBERS.path(When.NOW)).isEqualTo("/api/members/members?limit=50");
        assertThat(History.MEMBERS.path(When.BOTH)).contains("&asOf=", "&knownAt=");
        assertThat(ROW.path(When.NOW)).isEqualTo("/api/members/members/m%201");
        assertThat(ROW.path(When.AS_OF)).startsWith("/api/members/members/m%201?asOf=");
    }

    @Test
    void rows_are_counted_and_the_first_one_is_asked_for_by_its_key() {
        var answer =
                JsonMapper.builder()
                        .build()
                        .readTree("{\"rows\":[{\"key\":\"a\"},{\"key\":\"b\"}]}");

        assertThat(History.MEMBERS.rows(answer)).isEqualTo(2);
        assertThat(History.MEMBERS.row(answer)).contains(new Question("members", "members", "a"));
    }

    @Test
    void there_is_no_measuring_for_less_than_once() {
        for (String option : List.of("--rounds", "--seconds", "--warm-up", "--starts")) {
            StringWriter said = new StringWriter();
            CommandLine line = new CommandLine(new HistoryCommand()).setErr(new PrintWriter(said));

            assertThat(line.execute(option + "=0")).isEqualTo(2);
            assertThat(said.toString()).contains(option + " is at least");
        }
    }

    private List<List<String>> rows(double slow) {
        return new HistoryTargets(history(slow, "")).rows();
    }

    private static Map<When, Cell> cells(Map<Question, Map<When, Cell>> of, Question question) {
        return of.computeIfAbsent(question, q -> new EnumMap<>(When.class));
    }

    /** Now 20 ms; the past takes 1.5 times as long, times this. */
    private void reads(double slow) {
        for (Question question : List.of(History.MEMBERS, ROW))
            for (When when : When.values()) {
                long micros = (long) ((when.isPast() ? 30_000 * slow : 20_000) * slow);
                cells(large, question).put(when, new Cell(50, "", micros(micros)));
                cells(small, question).put(when, new Cell(50, "", micros((long) (micros / slow))));
            }
    }

    /** Everything a little better than its target if it is not slow. */
    private History history(double slow, String withoutPeer) {
        Map<Asked, Round> rounds = new LinkedHashMap<>();
        for (Workload workload : Workload.values()) {
            rounds.put(new Asked(workload, false), round(2_100 / slow, 140 * slow));
            if (withoutPeer.isEmpty()) rounds.put(new Asked(workload, true), round(1_000, 100));
        }
        Map<PeerPage, Histogram> pages = new LinkedHashMap<>();
        pages.put(new PeerPage(Kind.TUNED, 200, false), micros(100_000));
        pages.put(new PeerPage(Kind.GENERATED, 200, false), micros(4_000_000));
        return new History(
                List.of(),
                LARGE,
                SMALL,
                new CaughtUp(2_000, 3_000, 1),
                large,
                small,
                withoutPeer.isEmpty() ? pages : Map.of(),
                rounds,
                rebuild(slow),
                List.of(1_500 / slow / slow),
                600 * slow,
                Map.of(
                        "rebuild of timeline",
                        Profile.of(
                                Map.of("C2 CompilerThre", 1.0, "embedded-mongo-", 3.0),
                                Map.of("embedded store", 30),
                                2,
                                400e6,
                                0.1)),
                Map.of("timeline", 70_000.0),
                withoutPeer);
    }

    private static HistoryRebuild.Seen rebuild(double slow) {
        return new HistoryRebuild.Seen(
                60_000,
                Map.of("timeline", slow),
                micros(1_000),
                0,
                seen(2_000),
                seen((long) (2_000 * slow)),
                seen(1_000),
                seen(1_100));
    }

    private static ClosedLoop.Seen seen(long micros) {
        return new ClosedLoop.Seen(micros(micros), 1, 0);
    }

    private static Round round(double perSecond, double p999) {
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) figures.put(figure, 1.0);
        figures.put(Figure.PER_SECOND, perSecond);
        figures.put(Figure.P999, p999);
        return new Round(figures);
    }

    private static Histogram micros(long value) {
        Histogram micros = ClosedLoop.histogram();
        micros.recordValue(value);
        return micros;
    }
}
