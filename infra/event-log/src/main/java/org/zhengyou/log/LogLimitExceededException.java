package org.zhengyou.log;

/** The transaction is larger than a limit allows. Nothing was written; trying again is useless. */
public final class LogLimitExceededException extends RuntimeException {
    private final Limits.Limit limit;

    LogLimitExceededException(Limits.Limit limit, long actual, long allowed) {
        super(limit + " is limited to " + allowed + ", not " + actual);
        this.limit = limit;
    }

    /** An event of this type has too many canonical bytes. */
    LogLimitExceededException(String type, long actual, long allowed) {
        super("EVENT_BYTES of " + type + " is limited to " + allowed + ", not " + actual);
        this.limit = Limits.Limit.EVENT_BYTES;
    }

    /** Which limit. */
    public Limits.Limit limit() {
        return limit;
    }
}
