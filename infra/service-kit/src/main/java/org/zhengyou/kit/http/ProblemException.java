package org.zhengyou.kit.http;

import java.util.List;

/** Answers the request with a {@link Problem}. Thrown by handlers; carries no stack trace. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;
    private final String allowed;

    /** Answers with this problem. */
    public ProblemException(Problem problem) {
        this(problem, "");
    }

    private ProblemException(Problem problem, String allowed) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.allowed = allowed;
    }

    /** Answers that the resource takes only these methods. */
    static ProblemException notAllowed(List<String> methods) {
        String allowed = String.join(", ", methods);
        return new ProblemException(
                Problem.of(ProblemKind.METHOD_NOT_ALLOWED, "allowed: " + allowed), allowed);
    }

    /** The value of the header {@code Allow}, or empty. */
    String allowed() {
        return allowed;
    }

    /** Answers with a problem of this kind, said in these words. */
    public static ProblemException of(ProblemKind kind, String detail) {
        return new ProblemException(Problem.of(kind, detail));
    }

    /** Answers that the body broke off or took too long. */
    public static ProblemException notArrived() {
        return of(
                ProblemKind.REQUEST_TIMEOUT,
                "the body broke off or took too long; nothing was done, send it again");
    }

    /** Answers that one part of the request is bad. */
    public static ProblemException malformed(String field, String reason) {
        return new ProblemException(Problem.malformed(List.of(FieldError.of(field, reason))));
    }

    /** The answer. */
    public Problem problem() {
        return problem;
    }
}
