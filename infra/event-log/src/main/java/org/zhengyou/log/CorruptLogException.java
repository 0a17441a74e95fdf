package org.zhengyou.log;

/**
 * The stored log contradicts itself: a gap, an overlap or a document that is no transaction. The
 * log takes no more events in this process; {@link LogVerifier} says more.
 */
public final class CorruptLogException extends RuntimeException {
    private final long position;

    CorruptLogException(long position, String message) {
        super("position " + position + ": " + message);
        this.position = position;
    }

    /** First position that is wrong. */
    public long position() {
        return position;
    }
}
