package org.zhengyou.kit.decide;

import java.util.List;

/**
 * 拒绝. A named "no" of a rule. It is an answer, not a fault, and so carries no stack trace. Nothing
 * was written, unless the rule says that the attempt itself is a fact ({@link #leaving}).
 */
public final class Refusal extends RuntimeException {
    private final RefusalCode code;
    private final String clause;
    private final List<Object> facts;

    private Refusal(RefusalCode code, String clause, String reason, List<Object> facts) {
        super(reason, null, false, false);
        this.code = code;
        this.clause = clause;
        this.facts = List.copyOf(facts);
    }

    /**
     * A refusal to be thrown by a decision.
     *
     * @param code one of the closed set
     * @param clause the clause ({@code S113}) or policy id ({@code P-…}) whose rule says no
     * @param reason in English, what is wrong and what would be right; never a personal value
     */
    public static Refusal refuse(RefusalCode code, String clause, String reason) {
        return new Refusal(code, clause, reason, List.of());
    }

    /**
     * The same "no", which leaves events of the decider that says it: they are recorded before the
     * "no" is given, so that nobody tries again and again unseen. The command cannot be previewed
     * ({@code @Undisclosed(outcome = true)}), for that would be an attempt that leaves nothing.
     */
    public Refusal leaving(Object... events) {
        return new Refusal(code, clause, reason(), List.of(events));
    }

    /** The reason's code. */
    public RefusalCode code() {
        return code;
    }

    /** The clause or policy whose rule says no. */
    public String clause() {
        return clause;
    }

    /** The events that it leaves; mostly none. */
    public List<Object> facts() {
        return facts;
    }

    /** What is wrong and what would be right. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
