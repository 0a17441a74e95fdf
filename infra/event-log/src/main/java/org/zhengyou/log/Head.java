package org.zhengyou.log;

/** The end of the log as this process knows it. */
final class Head {
    static final Head EMPTY = new Head(0, Chain.genesis(), 0);

    private final long position;
    private final byte[] hash;
    private final long recordedAt;

    Head(long position, byte[] hash, long recordedAtMillis) {
        this.position = position;
        this.hash = hash;
        this.recordedAt = recordedAtMillis;
    }

    long position() {
        return position;
    }

    /** Not a copy: nobody in this package writes into it. */
    byte[] hash() {
        return hash;
    }

    /** Milliseconds since 1970. */
    long recordedAt() {
        return recordedAt;
    }

    ChainHead chained() {
        return new ChainHead(position, hash);
    }
}
