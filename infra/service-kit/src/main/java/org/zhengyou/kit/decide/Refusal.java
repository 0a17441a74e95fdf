package org.zhengyou.kit.decide;

/**
 * 拒绝. A named "no" of a rule: nothing was written. It is an answer, not a fault, and so carries no
 * stack trace.
 */
public final class Refusal extends RuntimeException {
    private final RefusalCode code;
    private final String clause;

    private Refusal(RefusalCode code, String clause, String reason) {
        super(reason, null, false, false);
        this.code = code;
        this.clause = clause;
    }

    /**
     * A refusal to be thrown by a decision.
     *
     * @param code one of the closed set
     * @param clause the clause ({@code S113}) or policy id ({@code P-…}) whose rule says no
     * @param reason in English, what is wrong and what would be right; never a personal value
     */
    public static Refusal refuse(RefusalCode code, String clause, String reason) {
        return new Refusal(code, clause, reason);
    }

    /** The reason's code. */
    public RefusalCode code() {
        return code;
    }

    /** The clause or policy whose rule says no. */
    public String clause() {
        return clause;
    }

    /** What is wrong and what would be right. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
