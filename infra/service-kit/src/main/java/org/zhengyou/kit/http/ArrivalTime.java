package org.zhengyou.kit.http;

import java.time.Duration;

/** How long a request may take to arrive whole, from its first byte on. */
public final class ArrivalTime {
    /** What is announced comes at least this fast. */
    private static final long BYTES_A_SECOND = 256 << 10;

    /** The largest body that is taken anywhere, in bytes: that of a document. */
    public static final int LARGEST_BODY = 50 << 20;

    private ArrivalTime() {}

    /**
     * The time that every request has, and a second more for each 256 KiB of a body whose length it
     * says.
     *
     * @param least of a request without one
     * @param announced bytes of its body; negative if it does not say
     */
    public static Duration of(Duration least, long announced) {
        return least.plusSeconds(Math.max(0, announced) / BYTES_A_SECOND);
    }
}
