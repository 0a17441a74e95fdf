package org.zhengyou.bench.campaign;

import java.util.UUID;

/** Ids as clients make them: UUIDs of version 7 (RFC 9562), which are in the order of time. */
public final class Ids {
    private static final long VERSION_7 = 0x7000L;

    private Ids() {}

    /**
     * An id.
     *
     * @param millis when it is made, in milliseconds since 1970
     * @param rest what tells it from others of the same time
     */
    public static String at(long millis, UUID rest) {
        long high = millis << 16 | VERSION_7 | (rest.getMostSignificantBits() & 0xFFFL);
        return new UUID(high, rest.getLeastSignificantBits()).toString();
    }
}
