package org.zhengyou.kit.runtime;

import java.util.UUID;

/** Random identifiers that sort by the time they were made: UUID version 7 (RFC 9562). */
public final class NewIds {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private NewIds() {}

    /** A new one. */
    public static UUID next() {
        return at(System.currentTimeMillis(), UUID.randomUUID());
    }

    /**
     * One of a certain time.
     *
     * @param millis when it is made, in milliseconds since 1970
     * @param rest what tells it from others of the same time: 74 bits of it count
     */
    public static UUID at(long millis, UUID rest) {
        long high = millis << 16 | VERSION_7 | (rest.getMostSignificantBits() & 0xFFFL);
        return new UUID(high, (rest.getLeastSignificantBits() & 0x3FFF_FFFF_FFFF_FFFFL) | VARIANT);
    }
}
