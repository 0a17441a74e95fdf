package org.zhengyou.gateway.refusals;

/** Ends a request with a refusal of the gateway. Carries no stack trace: it is an answer. */
public final class Refused extends RuntimeException {
    private final RefusalKind kind;
    private final String detail;
    private final long retryAfter;

    private Refused(RefusalKind kind, String detail, long retryAfter) {
        super(detail, null, false, false);
        this.kind = kind;
        this.detail = detail;
        this.retryAfter = retryAfter;
    }

    /** A refusal in these words. */
    public static Refused of(RefusalKind kind, String detail) {
        return new Refused(kind, detail, 0);
    }

    /**
     * A refusal that says when to try again.
     *
     * @param seconds after which to try again; at least 1 is said
     */
    public static Refused retryAfter(RefusalKind kind, long seconds, String detail) {
        return new Refused(kind, detail, Math.max(1, seconds));
    }

    /** Why. */
    public RefusalKind kind() {
        return kind;
    }

    /** What is wrong here and what would be right, in English. */
    public String detail() {
        return detail;
    }

    /** Seconds after which to try again; 0 if that would not help. */
    public long retryAfter() {
        return retryAfter;
    }
}
