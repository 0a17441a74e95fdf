package org.zhengyou.gateway.routes;

import java.io.IOException;
import java.net.ConnectException;
import org.springframework.web.server.ResponseStatusException;
import org.zhengyou.gateway.refusals.RefusalKind;
import org.zhengyou.gateway.refusals.Refused;
import reactor.netty.channel.AbortedException;

/** An answer by which a service says that it cannot serve; and what its other failures mean. */
final class ServiceFailure extends Exception {
    ServiceFailure() {
        super("the service answered 502 or 503", null, false, false);
    }

    /** What the caller is told; the error itself if it is none of the service. */
    static Throwable reasonOf(String service, Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause())
            if (cause instanceof Refused) return cause;
        if (error instanceof ResponseStatusException status
                && status.getStatusCode().value() == 504) return late(service);
        if (error instanceof ConnectException)
            return broken(service + " cannot be reached; nothing was sent");
        if (error instanceof IOException || error instanceof AbortedException)
            return broken(
                    service
                            + " broke off; a command may have been carried out: send it again with"
                            + " the same Idempotency-Key");
        return error;
    }

    private static Refused late(String service) {
        return Refused.of(
                RefusalKind.TIME_LIMIT_EXCEEDED,
                service
                        + " did not answer in time; a command may have been carried out: send it"
                        + " again with the same Idempotency-Key");
    }

    private static Refused broken(String detail) {
        return Refused.retryAfter(RefusalKind.SERVICE_UNAVAILABLE, 1, detail);
    }
}
