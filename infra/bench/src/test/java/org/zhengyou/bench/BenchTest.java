package org.zhengyou.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchTest {
    private static final Offset<Double> CLOSE = within(1e-9);
    private static final String EARLIER =
            """
            # TYPE zhengyou_visible_seconds histogram
            zhengyou_visible_seconds_bucket{service="activities",le="0.001"} 10.0
            zhengyou_visible_seconds_bucket{service="activities",le="0.01"} 10.0
            zhengyou_visible_seconds_bucket{service="activities",le="+Inf"} 10.0
            zhengyou_log_batch_events_count{log="log",service="activities"} 5.0
            zhengyou_log_batch_events_sum{log="log",service="activities"} 10.0
            """;
    private static final String LATER =
            """
            zhengyou_visible_seconds_bucket{service="activities",le="0.001"} 10.0
            zhengyou_visible_seconds_bucket{service="activities",le="0.01"} 100.0
            zhengyou_visible_seconds_bucket{service="activities",le="+Inf"} 110.0
            zhengyou_visible_seconds_bucket{service="members",le="0.001"} 900.0
            zhengyou_visible_seconds_bucket{service="members",le="+Inf"} 900.0
            zhengyou_log_batch_events_count{log="log",service="activities"} 25.0
            zhengyou_log_batch_events_sum{log="log",service="activities"} 110.0
            zhengyou_log_batch_events_sum{log="inbox",service="insight"} 100.0
            zhengyou_log_head{log="log",service="activities"} 1.10E2
            """;

    private final Meters earlier = Meters.read(EARLIER);
    private final Meters later = Meters.read(LATER);

    @Test
    void the_median_is_the_one_in_the_middle_whatever_the_order() {
        assertThat(Round.median(9, 1, 5)).isEqualTo(5);
        assertThat(Round.median(9, 1, 5, 7)).isEqualTo(6);
        assertThatThrownBy(Round::median).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void each_figure_of_several_rounds_has_a_median_of_its_own() {
        Round median = Round.median(List.of(round(1, 30), round(2, 10), round(3, 20)));

        assertThat(median.of(Figure.PER_SECOND)).isEqualTo(2);
        assertThat(median.of(Figure.P99)).isEqualTo(20);
    }

    @Test
    void a_share_of_events_is_looked_for_in_what_came_in_between_and_in_one_service() {
        // 90 of 100 events took 1 to 10 ms, 10 took longer: half of all is 50/90 of the way.
        assertThat(later.visibleMillis("activities", 0.5, earlier))
                .isCloseTo(1 + 9 * 50 / 90.0, CLOSE);
        assertThat(later.visibleMillis("activities", 0.9, earlier)).isCloseTo(10, CLOSE);
        assertThat(later.visibleMillis("activities", 0.99, earlier)).isCloseTo(10, CLOSE);
        assertThat(later.visibleMillis("insight", 0.5, earlier)).isZero();
    }

    @Test
    void events_per_write_and_appended_events_count_what_came_in_between() {
        assertThat(later.batch(earlier, "\"log\",service=\"activities\"")).isEqualTo(5);
        assertThat(later.grown("_sum", "", earlier)).isEqualTo(200);
        assertThat(later.head("activities")).isEqualTo(110);
    }

    @Test
    void cpu_is_user_and_system_time_even_if_the_program_has_a_strange_name() {
        String stat = "7 (a ) b) S 1 2 3 4 5 6 7 8 9 10 150 50 99 99 20 0";

        assertThat(CpuUse.ofProcess(stat)).isEqualTo(2);
    }

    @Test
    void a_machine_is_busy_when_it_neither_idles_nor_waits() {
        assertThat(CpuUse.ofMachine("cpu  100 0 200 9999 8888 0 50 50 77 77\ncpu0 1 1 1"))
                .isEqualTo(4);
    }

    @Test
    void what_neither_process_used_was_used_by_others() {
        assertThat(new CpuUse(6, 3, 10).since(new CpuUse(1, 1, 1)).others()).isEqualTo(2);
    }

    @Test
    void memory_is_counted_in_millions_of_bytes() {
        assertThat(JavaProcess.residentMb("VmHWM: 9 kB\nVmRSS:\t  500000 kB\n"))
                .isCloseTo(512, CLOSE);
    }

    @Test
    void a_target_says_by_how_much_it_is_missed() {
        assertThat(Target.atLeast(1_500, "x", 1_600).row("why")).last().isEqualTo("met");
        assertThat(Target.atLeast(1_500, "x", 1_200).row("why"))
                .containsExactly("x", "≥ 1,500", "1,200", "missed by 20 %: why");
        assertThat(Target.atMost(5, "x", 7.5).row("")).last().isEqualTo("missed by 50 %");
    }

    @Test
    void a_section_is_rewritten_between_its_marks_only() {
        String page = "a\n<!-- bench flow: begin -->\nold\n<!-- bench flow: end -->\nb\n";

        String once = Page.replaced(page, "flow", "new");

        assertThat(once).startsWith("a\n").endsWith("\nb\n").contains("new").doesNotContain("old");
        assertThat(Page.replaced(once, "flow", "new")).isEqualTo(once);
        assertThatThrownBy(() -> Page.replaced("no marks", "flow", "new"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_page_without_a_place_for_the_figures_is_named_before_anything_is_measured(
            @TempDir Path folder) throws IOException {
        Path page = folder.resolve("page.md");
        assertThatThrownBy(() -> Page.require(page, "flow")).hasMessageContaining("page.md");
        Files.writeString(page, "no marks");
        assertThatThrownBy(() -> Page.require(page, "flow")).hasMessageContaining("marks");
        Files.writeString(page, "<!-- bench flow: begin --><!-- bench flow: end -->");
        Page.require(page, "flow");
    }

    @Test
    void there_is_no_measuring_for_less_than_once() {
        for (String option : List.of("--rounds", "--seconds", "--warm-up", "--starts")) {
            StringWriter said = new StringWriter();
            CommandLine line = new CommandLine(new FlowCommand()).setErr(new PrintWriter(said));

            assertThat(line.execute(option + "=0")).isEqualTo(2);
            assertThat(said.toString()).contains(option + " is at least 1, not 0");
        }
    }

    @Test
    void two_measurements_share_a_page_and_leave_each_other_alone() {
        String page =
                "<!-- bench flow: begin -->a<!-- bench flow: end -->"
                        + "<!-- bench log: begin -->b<!-- bench log: end -->";

        assertThat(Page.replaced(page, "log", "new")).contains("begin -->a<!--").contains("new");
        assertThat(Page.replaced(page, "flow", "new")).contains("begin -->b<!--").contains("new");
    }

    @Test
    void a_small_target_is_told_to_the_hundredth() {
        assertThat(Target.atLeast(0.85, "x", 0.851).row("why"))
                .containsExactly("x", "≥ 0.85", "0.85", "met");
        assertThat(Target.atMost(1.2, "x", 1.5).row("why")).last().isEqualTo("missed by 25 %: why");
    }

    private static Round round(double perSecond, double p99) {
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        figures.put(Figure.PER_SECOND, perSecond);
        figures.put(Figure.P99, p99);
        return new Round(figures);
    }
}
