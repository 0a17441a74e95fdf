package org.zhengyou.kit.projection;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How often something that failed is tried again at once, and how long after. */
final class Patience {
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofMillis(800));

    private final CountDownLatch stopped = new CountDownLatch(1);

    /** How many more attempts there are after the first one. */
    int attempts() {
        return PAUSES.size();
    }

    /**
     * Waits before the next attempt.
     *
     * @param attempt 0 for the first one more
     * @throws IllegalStateException if everything stops meanwhile
     */
    void pause(int attempt) {
        if (!pause(PAUSES.get(attempt))) throw new IllegalStateException("stopped while waiting");
    }

    /** Waits this long; false if everything stops meanwhile. */
    boolean pause(Duration pause) {
        try {
            return !stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** From now on nobody waits. */
    void stop() {
        stopped.countDown();
    }
}
