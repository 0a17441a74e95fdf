package org.zhengyou.kit.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GrowingFilterTest {
    private static final int TEXTS = 300_000;

    @Test
    void it_forgets_nothing_and_seldom_imagines_something() {
        GrowingFilter filter = new GrowingFilter();
        for (int i = 0; i < TEXTS; i++) filter.add("exhibition=" + i);

        for (int i = 0; i < TEXTS; i++) assertThat(filter.mayContain("exhibition=" + i)).isTrue();
        int imagined = 0;
        for (int i = TEXTS; i < 2 * TEXTS; i++)
            if (filter.mayContain("exhibition=" + i)) imagined++;
        assertThat(imagined).isLessThan(TEXTS / 100);
    }
}
