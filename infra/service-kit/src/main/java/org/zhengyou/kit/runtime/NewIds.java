package org.zhengyou.kit.runtime;

import java.security.SecureRandom;
import java.util.UUID;

/** Random identifiers that sort by the time they were made: UUID version 7 (RFC 9562). */
public final class NewIds {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private NewIds() {}

    /** A new one. */
    public static UUID next() {
        byte[] random = new byte[10];
        RANDOM.nextBytes(random);
        long high = System.currentTimeMillis() << 16 | VERSION_7;
        high |= (random[0] & 0x0FL) << 8 | (random[1] & 0xFFL);
        long low = 0;
        for (int i = 2; i < 10; i++) low = low << 8 | (random[i] & 0xFFL);
        return new UUID(high, (low & 0x3FFF_FFFF_FFFF_FFFFL) | VARIANT);
    }
}
