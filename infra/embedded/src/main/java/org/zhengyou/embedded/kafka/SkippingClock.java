package org.zhengyou.embedded.kafka;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.Timer;

/** The system's clock, whose monotonic time can be made to skip ahead, as after a long pause. */
final class SkippingClock implements Time {
    private final Time system = Time.SYSTEM;
    private final AtomicLong ahead = new AtomicLong();

    void skip(Duration time) {
        ahead.addAndGet(time.toNanos());
    }

    @Override
    public long nanoseconds() {
        return system.nanoseconds() + ahead.get();
    }

    @Override
    public long hiResClockMs() {
        return nanoseconds() / 1_000_000;
    }

    @Override
    public long milliseconds() {
        return system.milliseconds();
    }

    @Override
    public void sleep(long ms) {
        system.sleep(ms);
    }

    @Override
    public void waitObject(Object object, Supplier<Boolean> condition, long deadlineMs)
            throws InterruptedException {
        system.waitObject(object, condition, deadlineMs);
    }

    @Override
    public Timer timer(long timeoutMs) {
        return system.timer(timeoutMs);
    }
}
