package org.zhengyou.kit.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.decide.Refusal;

/**
 * An RFC 9457 answer.
 *
 * @param type {@code urn:zhengyou:refusal:<code>} for a rule that says no, {@code
 *     urn:zhengyou:problem:<code>} for everything else
 * @param status the HTTP status
 * @param code the last part of the type
 * @param clause clause or policy of the rule, for a refusal
 * @param title what it is, in English
 * @param titleZh what it is, in Chinese
 * @param detail what is wrong here and what would be right
 * @param errors every bad part of the request, if that is what is wrong
 * @param errorId under which a defect was logged
 * @param retryAfter seconds after which to try again; a header, not a member
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        int status,
        String code,
        @Nullable String clause,
        String title,
        String titleZh,
        String detail,
        List<FieldError> errors,
        @Nullable String errorId,
        @JsonIgnore @Nullable Integer retryAfter) {

    private static final String REFUSAL = "urn:zhengyou:refusal:";
    private static final String PROBLEM = "urn:zhengyou:problem:";
    private static final int SOON = 5;

    /** Copies the errors. */
    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem of this kind, said in these words. */
    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(
                PROBLEM + kind.name(),
                kind.status(),
                kind.name(),
                null,
                kind.title(),
                kind.titleZh(),
                detail,
                List.of(),
                null,
                retryAfter(kind));
    }

    private static @Nullable Integer retryAfter(ProblemKind kind) {
        if (kind == ProblemKind.TOO_MUCH_AT_ONCE) return SOON;
        return kind.status() >= 503 ? 1 : null;
    }

    /** The same with another status of HTTP, where the server below knows a closer one. */
    Problem withStatus(int other) {
        return new Problem(
                type, other, code, clause, title, titleZh, detail, errors, errorId, retryAfter);
    }

    /** The request is not understood because of these parts. */
    public static Problem malformed(List<FieldError> errors) {
        Problem problem = of(ProblemKind.MALFORMED_REQUEST, "see errors");
        return new Problem(
                problem.type,
                problem.status,
                problem.code,
                null,
                problem.title,
                problem.titleZh,
                problem.detail,
                errors,
                null,
                null);
    }

    /** A defect that was logged under this id. */
    public static Problem defect(String errorId) {
        Problem problem =
                of(ProblemKind.INTERNAL_ERROR, "it was logged; ask the operator with the errorId");
        return new Problem(
                problem.type,
                problem.status,
                problem.code,
                null,
                problem.title,
                problem.titleZh,
                problem.detail,
                List.of(),
                errorId,
                null);
    }

    /** A rule says no. */
    public static Problem of(Refusal refusal) {
        String words = refusal.code().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Problem(
                REFUSAL + refusal.code(),
                status(refusal),
                refusal.code().name(),
                refusal.clause(),
                words,
                refusal.code().zh(),
                refusal.reason(),
                List.of(),
                null,
                retryAfter(refusal));
    }

    private static int status(Refusal refusal) {
        return switch (refusal.code()) {
            case ACTOR_LACKS_AUTHORITY, OUTSIDE_AUDIENCE -> 403;
            case NOT_ON_RECORD -> 404;
            case PART_MISSING, AUDIENCE_REQUIRED, DEADLINE_REQUIRED -> 422;
            case PHASE_NOT_OPEN,
                    CAMPAIGN_CLOSED,
                    OUT_OF_SCOPE,
                    STEP_OUT_OF_ORDER,
                    SCHEME_NOT_PUBLISHED,
                    SCHEME_NOT_FOR_SUBJECT,
                    RESULT_MISSING,
                    ROLL_CLOSED,
                    NOT_ON_ROLL,
                    ALREADY_CAST,
                    CONFLICT_OF_INTEREST,
                    ROUND_CLOSED,
                    DUPLICATE_NOMINATION,
                    SELF_ACCEPTANCE,
                    DRAW_NOT_COMMITTED,
                    CONCURRENT_CHANGE,
                    ALREADY_ON_RECORD ->
                    409;
        };
    }

    private static @Nullable Integer retryAfter(Refusal refusal) {
        return switch (refusal.code()) {
            case RESULT_MISSING, CONCURRENT_CHANGE -> 1;
            default -> null;
        };
    }
}
