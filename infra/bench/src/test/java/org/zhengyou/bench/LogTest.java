package org.zhengyou.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.zhengyou.bench.LogSubject.Cell;
import org.zhengyou.bench.subject.Writers;
import org.zhengyou.log.Chain;
import org.zhengyou.log.NewEvent;
import picocli.CommandLine;

class LogTest {
    private static final Offset<Double> CLOSE = within(1e-9);

    private final Map<Cell, Appended> appends = new LinkedHashMap<>();
    private final Map<String, Appended> reads = new HashMap<>();

    @Test
    void processes_that_append_together_are_counted_together_until_the_last_is_done() {
        Appended both =
                Appended.of(
                        List.of(worker(100, 1, 2, 8), worker(300, 2, 4, 16)),
                        new CpuUse(0.004, 0.002, 0.01));

        assertThat(both.perSecond()).isCloseTo(200, CLOSE);
        assertThat(both.p50()).isCloseTo(3, CLOSE);
        assertThat(both.p99()).isCloseTo(16, CLOSE);
        assertThat(both.client()).isCloseTo(5, CLOSE);
        assertThat(both.server()).isCloseTo(10, CLOSE);
        assertThat(both.others()).isCloseTo(0.002, CLOSE);
    }

    @Test
    void each_figure_has_a_median_of_its_own() {
        Appended median = Appended.median(List.of(cost(1, 30), cost(2, 10), cost(3, 20)));

        assertThat(median.perSecond()).isEqualTo(2);
        assertThat(median.cpu()).isEqualTo(20);
    }

    @Test
    void every_round_measures_everything_and_begins_elsewhere() {
        List<String> all = List.of("a", "b", "c");

        assertThat(Rotation.order(all, 0)).containsExactly("a", "b", "c");
        assertThat(Rotation.order(all, 1)).containsExactly("b", "c", "a");
        assertThat(Rotation.order(all, 2)).containsExactly("c", "a", "b");
    }

    @Test
    void medians_are_taken_for_each_subject_and_told_in_the_order_asked_for() {
        Map<String, Integer> turns = new HashMap<>();

        Map<String, Appended> medians =
                Rotation.medians(
                        List.of("slow", "fast"),
                        3,
                        name -> cost(turns.merge(name, 1, Integer::sum) * name.length(), 1));

        assertThat(medians.keySet()).containsExactly("slow", "fast");
        assertThat(turns).containsEntry("slow", 3).containsEntry("fast", 3);
        assertThat(medians.get("slow")).isEqualTo(cost(8, 1));
    }

    @Test
    void a_log_that_reaches_everything_meets_every_target() {
        measured(1);

        assertThat(rows()).hasSize(10).allSatisfy(row -> assertThat(row).last().isEqualTo("met"));
    }

    @Test
    void a_log_that_reaches_half_of_it_misses_every_target_and_says_where_the_time_goes() {
        measured(0.5);

        assertThat(rows())
                .hasSize(10)
                .allSatisfy(
                        row -> assertThat(row.getLast()).startsWith("missed by").contains("µs"));
        assertThat(rows().getFirst()).contains("≥ 8", "4.5");
    }

    @Test
    void what_was_not_measured_is_neither_met_nor_missed() {
        measured(1);
        appends.keySet().removeIf(cell -> cell.subject().isAxon());

        assertThat(rows().getFirst()).last().isEqualTo("not measured");
        assertThat(new LogPage(results("it is not installed")).text())
                .contains("it is not installed")
                .contains("### Targets of the log")
                .doesNotContain("NaN");
    }

    @Test
    void the_chain_is_judged_by_its_share_of_what_an_append_costs() {
        measured(1);

        assertThat(LogTargets.chainShare(results(""))).isCloseTo(0.02, CLOSE);
    }

    @Test
    void a_sample_belongs_to_whose_code_the_innermost_known_frame_is() {
        assertThat(
                        LogProfile.owner(
                                Stream.of("java.util.HashMap", "org.bson.A", "org.zhengyou.log.B")))
                .isEqualTo("BSON");
        assertThat(LogProfile.owner(Stream.of("java.util.HashMap"))).contains("JDK");
    }

    @Test
    void the_bytes_that_are_hashed_are_counted_as_the_chain_describes_them() {
        NewEvent event =
                new NewEvent("i", "t", "1", Instant.EPOCH, Set.of("a=1"), Map.of("k", "值"), "{}");

        assertThat(LogHashes.canonicalBytes(event))
                .isEqualTo(1 + 3 * 12 + 3 * 5 + 4 + 7 + 4 + 5 + 7 + 6);
    }

    @Test
    void hashes_are_left_out_only_until_that_is_over() {
        byte[] before = Chain.next(Chain.genesis(), List.of());
        assertThat(Unhashed.during(() -> Chain.next(Chain.genesis(), List.of())))
                .isEqualTo(Chain.genesis());
        assertThat(Chain.next(Chain.genesis(), List.of()))
                .isEqualTo(before)
                .isNotEqualTo(Chain.genesis());
    }

    @Test
    void there_is_no_measuring_for_less_than_once() {
        for (String option : List.of("--rounds", "--seconds", "--warm-up", "--events")) {
            StringWriter said = new StringWriter();
            CommandLine line = new CommandLine(new LogCommand()).setErr(new PrintWriter(said));

            assertThat(line.execute(option + "=0")).isEqualTo(2);
            assertThat(said.toString()).contains(option + " is at least");
        }
    }

    private List<List<String>> rows() {
        return new LogTargets(results("")).rows();
    }

    private LogResults results(String withoutPostgres) {
        return new LogResults(List.of(), appends, reads, List.of(), 1_000_000, 5, withoutPostgres);
    }

    /** Everything a little better than its target if the speed is 1. */
    private void measured(double speed) {
        append(LogSubject.LOG, 1, 1, 1_000 * speed);
        appends.put(new Cell(LogSubject.LOG, 1, 64), cost(9_000 * speed, 50 * speed));
        append(LogSubject.LOG_UNHASHED, 1, 64, 9_100);
        append(LogSubject.INSERT_ONE, 1, 1, 1_000);
        append(LogSubject.INSERT_MANY, 1, 1, 10_000);
        append(LogSubject.INSERT_HALF, 1, 1, 10_000);
        append(LogSubject.AXON_MONGO, 1, 64, 1_000);
        append(LogSubject.LOG, 1, 8, 6_000);
        append(LogSubject.LOG, 1, 32, 8_000);
        append(LogSubject.LOG, 4, 8, 8_000 * speed);
        reads.put(LogHistory.REPLAY, cost(100_000 * speed, 10));
        reads.put(LogHistory.REPLAY_MONGO, cost(9_000, 10));
        reads.put(LogHistory.CURSOR, cost(120_000, 10));
        reads.put(LogHistory.YOUNG, cost(10_000, 50));
        reads.put(LogHistory.OLD, cost(10_000 * speed, 50));
        reads.put(LogHistory.HASH, cost(1_000_000, 1));
        reads.put(LogHistory.DIGEST, cost(1_500_000, 1));
        reads.put(LogHistory.VERIFY, cost(700_000 * speed, 10));
    }

    private void append(LogSubject subject, int processes, int writers, double perSecond) {
        appends.put(new Cell(subject, processes, writers), cost(perSecond, 50));
    }

    /** Half of the microseconds in the client, half in the server. */
    private static Appended cost(double perSecond, double micros) {
        return new Appended(perSecond, 1, 2, micros / 2, micros / 2, 0, 0);
    }

    private static Map<String, Double> worker(
            double events, double seconds, double p50, double p99) {
        return Map.of(
                Writers.EVENTS, events,
                Writers.SECONDS, seconds,
                Writers.P50, p50,
                Writers.P99, p99);
    }
}
