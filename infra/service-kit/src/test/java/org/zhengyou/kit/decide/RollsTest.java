package org.zhengyou.kit.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RollsTest {
    @Test
    void a_roll_is_cut_into_parts_that_together_are_the_roll() {
        for (int size : new int[] {0, 1, 399, 400, 401, 800, 1_001}) {
            List<Integer> roll = IntStream.range(0, size).boxed().toList();
            List<List<Integer>> parts = Rolls.parts(roll);
            assertThat(parts.stream().flatMap(List::stream)).containsExactlyElementsOf(roll);
            assertThat(parts).hasSize(Math.max(1, (size + 399) / 400));
            assertThat(parts).allMatch(part -> part.size() <= Rolls.MOST);
        }
    }
}
