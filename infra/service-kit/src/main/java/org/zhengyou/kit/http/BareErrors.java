package org.zhengyou.kit.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * What Tomcat says by itself, before any request of ours is made of the bytes: a problem like every
 * other, instead of a page that names Tomcat.
 */
public final class BareErrors extends ErrorReportValve {
    private static final int FIRST_SERVER_ERROR = 500;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported())
            return;
        try {
            Problems.answer(problem(request, status)).write(response.getResponse());
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("nobody is there to hear of a problem", e);
        }
    }

    /** A body that does not come to its end is a bad request to Tomcat, whatever was answered. */
    private static Problem problem(Request request, int status) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof IOException
                ? ProblemException.notArrived().problem()
                : problem(status);
    }

    private static Problem problem(int status) {
        for (ProblemKind kind : ProblemKind.values())
            if (kind.status() == status) return Problem.of(kind, "the request was not read");
        if (status < FIRST_SERVER_ERROR
                || status == HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED)
            return Problem.of(
                            status < FIRST_SERVER_ERROR
                                    ? ProblemKind.MALFORMED_REQUEST
                                    : ProblemKind.NOT_IMPLEMENTED,
                            "the request was not read")
                    .withStatus(status);
        return Problem.of(ProblemKind.INTERNAL_ERROR, "the request was not read");
    }
}
