package org.zhengyou.bench.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WorkerTest {
    private final Worker worker =
            new Worker(
                    Map.of(
                            "add",
                            words ->
                                    Map.of(
                                            "sum",
                                            words.stream().mapToDouble(Double::parseDouble).sum()),
                            "nothing",
                            words -> Map.of()));

    @Test
    void figures_come_back_as_they_were_said() {
        String answer = worker.answer("add 1 2.5");

        assertThat(Worker.isAnswer(answer)).isTrue();
        assertThat(Worker.figures(answer)).containsExactly(Map.entry("sum", 3.5));
        assertThat(Worker.figures(worker.answer("nothing"))).isEmpty();
    }

    @Test
    void what_fails_is_said_and_the_next_line_is_heard() {
        String answer = worker.answer("add one");

        assertThat(Worker.isAnswer(answer)).isTrue();
        assertThatThrownBy(() -> Worker.figures(answer)).hasMessageContaining("one");
        assertThatThrownBy(() -> Worker.figures(worker.answer("fly"))).hasMessageContaining("fly");
        assertThat(Worker.figures(worker.answer("add 1"))).containsEntry("sum", 1.0);
    }

    @Test
    void other_lines_are_no_answers() {
        assertThat(Worker.isAnswer("WARN something else")).isFalse();
    }

    @Test
    void writers_share_what_is_to_be_written_and_count_every_event() {
        AtomicInteger writes = new AtomicInteger();

        Map<String, Double> done =
                Writers.times(
                        100,
                        8,
                        writer -> {
                            writes.incrementAndGet();
                            return 3;
                        });

        assertThat(writes).hasValue(100);
        assertThat(done).containsEntry(Writers.EVENTS, 300.0);
    }

    @Test
    void a_writer_that_fails_is_not_passed_over() {
        assertThatThrownBy(
                        () ->
                                Writers.times(
                                        1,
                                        1,
                                        writer -> {
                                            throw new IllegalArgumentException("full");
                                        }))
                .hasMessageContaining("full");
    }

    @Test
    void entities_have_the_share_of_a_history_that_their_name_says() {
        List<String> history = LongStream.range(0, 100_000).mapToObj(Sample::entity).toList();

        for (int of : new int[] {10, 1_000, 10_000, 100_000})
            assertThat(history.stream().filter(Sample.part(of)::equals)).hasSize(100_000 / of);
    }

    @Test
    void a_writer_stays_with_an_entity_for_a_while_and_shares_it_with_nobody() {
        Entities entities = new Entities(2);
        Set<String> first = new HashSet<>();
        Set<String> second = new HashSet<>();

        for (int i = 0; i < 3 * Sample.PER_ENTITY; i++) {
            first.add(entities.next(0));
            second.add(entities.next(1));
        }

        assertThat(first).hasSize(3).doesNotContainAnyElementsOf(second);
    }
}
