package org.zhengyou.log;

/**
 * An event that matches the condition's criteria lies after its position. Nothing was written: read
 * again, decide again.
 */
public final class ConflictingAppendException extends RuntimeException {
    private final long position;

    ConflictingAppendException(Condition condition, long position) {
        super("position %d conflicts with %s".formatted(position, condition));
        this.position = position;
    }

    /** Position of the first event in conflict. */
    public long position() {
        return position;
    }
}
