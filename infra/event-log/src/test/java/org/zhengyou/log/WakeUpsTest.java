package org.zhengyou.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WakeUpsTest {
    @Test
    void whatever_one_reader_throws_the_others_are_woken_up_each_time() throws Exception {
        WakeUps wakeUps = new WakeUps();
        Semaphore woken = new Semaphore(0);
        try (AutoCloseable ignored = wakeUps.add(WakeUpsTest::overflow);
                AutoCloseable reader = wakeUps.add(woken::release)) {
            for (int i = 0; i < 3; i++) {
                wakeUps.signal();
                assertThat(woken.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(reader).isNotSameAs(ignored);
        }
    }

    private static void overflow() {
        throw new StackOverflowError("a reader's own fault");
    }
}
