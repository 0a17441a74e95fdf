package org.zhengyou.kit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.spec.fair.Fair;

class DeciderMutationsTest {
    @Test
    void a_part_that_no_scenario_needs_survives_and_the_others_do_not() {
        // No scenario opens a hall by its command, or closes one; that a place is taken by its tag
        // is said by one.
        assertThat(
                        DeciderMutations.survivors(
                                Fair.page(Fair.stalls()), "org.zhengyou.kit.spec.fair"))
                .containsExactly("OpenHall is decided", "hall of HallEvent heeds HallClosed");
    }

    @Test
    void what_is_left_out_is_left_out_on_this_thread_and_for_this_run_only() {
        DeciderMutations.survivors(Fair.page(Fair.stalls()), "org.zhengyou.kit.spec.fair");
        assertThat(Mutation.removes(Object.class, Tag.of("any", "thing"))).isFalse();
        assertThat(Mutation.IN_FORCE.get()).isNull();
    }
}
