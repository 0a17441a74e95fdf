package org.zhengyou.kit.projection;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until it is set. */
public final class TestClock extends Clock {
    private volatile Instant now;

    /** Stands there. */
    public TestClock(Instant now) {
        this.now = now;
    }

    /** Stands there from now on. */
    public void set(Instant later) {
        now = later;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("only instants are asked for");
    }
}
