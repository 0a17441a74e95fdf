package org.zhengyou.kit.http;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.zhengyou.kit.decide.Refusal;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.runtime.KeyReusedException;
import org.zhengyou.kit.runtime.NewIds;
import org.zhengyou.kit.runtime.TimeLimitExceededException;
import org.zhengyou.kit.validation.InvalidCommandException;
import org.zhengyou.log.AppendOutcomeUnknownException;
import org.zhengyou.log.LogLimitExceededException;
import org.zhengyou.log.LogUnavailableException;
import tools.jackson.databind.json.JsonMapper;

/** Turns whatever a handler throws into a {@link Problem}. Nothing else about it leaves. */
public final class Problems implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final JsonMapper JSON = Json.tolerant();

    /** MongoDB's {@code OutOfDiskSpace}. */
    private static final int NO_ROOM = 14_031;

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception thrown) {
        try {
            if (response.isCommitted()) return new ModelAndView();
            Problem problem = problem(thrown);
            if (problem.status() == ProblemKind.NOT_PERMITTED.status())
                DoorJournal.accessRefused(request, problem.code());
            answer(thrown, problem).write(response);
        } catch (IOException e) {
            LOG.debug("nobody is there to hear of a problem", e);
        }
        return new ModelAndView();
    }

    /** The answer for this problem. */
    static JsonAnswer answer(Problem problem) {
        JsonAnswer answer = JsonAnswer.problem(problem.status(), JSON.writeValueAsBytes(problem));
        Integer seconds = problem.retryAfter();
        return seconds == null ? answer : answer.with("Retry-After", seconds.toString());
    }

    private static JsonAnswer answer(Exception thrown, Problem problem) {
        JsonAnswer answer = answer(problem);
        return thrown instanceof ProblemException known && !known.allowed().isEmpty()
                ? answer.with("Allow", known.allowed())
                : answer;
    }

    private static Problem problem(Exception thrown) {
        return switch (thrown) {
            case ProblemException known -> known.problem();
            case Refusal refusal -> Problem.of(refusal);
            case InvalidCommandException invalid -> Problem.malformed(FieldErrors.of(invalid));
            case RequestRejectedException e ->
                    Problem.of(
                            ProblemKind.MALFORMED_REQUEST,
                            "the address has a character that is not taken here");
            case KeyReusedException e ->
                    Problem.of(
                            ProblemKind.KEY_REUSED,
                            "this Idempotency-Key was used for another command or date");
            case LogLimitExceededException e ->
                    Problem.of(
                            ProblemKind.BODY_TOO_LARGE,
                            "nothing was recorded, it is too large: " + e.getMessage());
            case TimeLimitExceededException e ->
                    Problem.of(
                            ProblemKind.TIME_LIMIT_EXCEEDED,
                            "send it again with the same Idempotency-Key to learn the outcome");
            case AppendOutcomeUnknownException e -> unknown(e);
            case LogUnavailableException e -> unavailable(e);
            case MongoException e -> unavailable(e);
            default -> defect(thrown);
        };
    }

    private static Problem unknown(Exception e) {
        LOG.warn("the outcome of an append is unknown", e);
        return Problem.of(
                ProblemKind.OUTCOME_UNKNOWN,
                "it may or may not have been recorded; send it again with the same"
                        + " Idempotency-Key to learn the outcome");
    }

    private static Problem unavailable(Exception e) {
        LOG.warn("the store is not available: {}", e.toString());
        return Problem.of(
                ProblemKind.NOT_AVAILABLE,
                isForWantOfRoom(e)
                        ? "the disk of the store is full; nothing was recorded: try again when there"
                                + " is room"
                        : "nothing was recorded; try again");
    }

    private static boolean isForWantOfRoom(@Nullable Throwable e) {
        return switch (e) {
            case null -> false;
            case MongoBulkWriteException some ->
                    some.getWriteErrors().stream().anyMatch(one -> one.getCode() == NO_ROOM);
            case MongoException one when one.getCode() == NO_ROOM -> true;
            default -> isForWantOfRoom(e.getCause());
        };
    }

    private static Problem defect(Exception thrown) {
        String id = NewIds.next().toString();
        LOG.error("a request failed, errorId {}", id, thrown);
        return Problem.defect(id);
    }
}
