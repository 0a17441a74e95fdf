package org.zhengyou.kit.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentValuesTest {
    @Test
    void what_is_used_stays_and_what_is_not_used_goes() {
        RecentValues<Integer, String> recent = new RecentValues<>(100);
        recent.put(-1, "used");
        recent.put(-2, "unused");
        for (int i = 0; i < 1_000; i++) {
            recent.put(i, "new");
            assertThat(recent.get(-1)).isEqualTo("used");
        }
        assertThat(recent.get(-2)).isNull();
    }

    @Test
    void it_holds_no_more_than_it_may() {
        RecentValues<Integer, String> recent = new RecentValues<>(100);
        for (int i = 0; i < 10_000; i++) recent.put(i, "value");
        int held = 0;
        for (int i = 0; i < 10_000; i++) if (recent.get(i) != null) held++;

        assertThat(held).isBetween(50, 102);
    }

    @Test
    void a_memory_for_nothing_holds_nothing() {
        RecentValues<Integer, String> none = new RecentValues<>(0);
        none.put(1, "value");

        assertThat(none.get(1)).isNull();
    }

    @Test
    void what_is_removed_is_gone() {
        RecentValues<Integer, String> recent = new RecentValues<>(10);
        recent.put(1, "value");
        recent.remove(1);

        assertThat(recent.get(1)).isNull();
    }
}
