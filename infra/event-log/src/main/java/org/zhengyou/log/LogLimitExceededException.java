package org.zhengyou.log;

/** The transaction is larger than a limit allows. Nothing was written; trying again is useless. */
public final class LogLimitExceededException extends RuntimeException {
    private final Limits.Limit limit;

    LogLimitExceededException(Limits.Limit limit, long actual, long allowed) {
        super(limit + " is limited to " + allowed + ", not " + actual);
        this.limit = limit;
    }

    /** Which limit. */
    public Limits.Limit limit() {
        return limit;
    }
}
