package org.zhengyou.kit.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * The body of a request whose sender is not known, unless it says that it is small: the sender is
 * told so, then at most {@value #MOST_BYTES} bytes of what still comes are passed over, so that the
 * answer is not lost, and the connection is closed.
 */
public final class RefusedBodies extends ValveBase {
    static final int MOST_BYTES = 64 << 10;

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (response.getStatus() != ProblemKind.UNAUTHENTICATED.status()
                || isSmall(request.getContentLengthLong())
                || request.getCoyoteRequest().isFinished()) return;
        if (!response.isCommitted()) response.setHeader("Connection", "close");
        response.flushBuffer();
        if (!request.getCoyoteRequest().hasExpectation()) passOver(request.getInputStream());
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    private static boolean isSmall(long length) {
        return length >= 0 && length <= MOST_BYTES;
    }

    private void passOver(InputStream body) {
        try {
            var _ = body.skip(MOST_BYTES);
        } catch (IOException e) {
            container.getLogger().debug("the rest of a refused request did not come", e);
        }
    }
}
