package org.zhengyou.kit.http;

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
            Problems.answer(problem(status)).write(response.getResponse());
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("nobody is there to hear of a problem", e);
        }
    }

    private static Problem problem(int status) {
        for (ProblemKind kind : ProblemKind.values())
            if (kind.status() == status) return Problem.of(kind, "the request was not read");
        return Problem.of(
                status < FIRST_SERVER_ERROR
                        ? ProblemKind.MALFORMED_REQUEST
                        : ProblemKind.INTERNAL_ERROR,
                "the request was not read");
    }
}
