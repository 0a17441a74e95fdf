package org.zhengyou.kit.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Something that is answered, with what is promised of it: there is no other way to answer
 * anything.
 *
 * @param operation what is promised
 * @param handler what keeps it
 */
public record Resource(Operation operation, HandlerFunction<ServerResponse> handler) {
    /**
     * The handler of a request that is one of this resource: whoever takes no such answer, or says
     * something in the query where nothing is asked, is told so.
     */
    HandlerFunction<ServerResponse> guarded() {
        boolean isAsked = operation.parameters().stream().anyMatch(Parameter::isQuery);
        String mediaType = operation.answers().mediaType();
        return request -> {
            HttpServletRequest servlet = request.servletRequest();
            MediaTypes.accepts(servlet, mediaType);
            if (!isAsked) QueryText.requireNone(servlet);
            return handler.handle(request);
        };
    }

    HandlerFunction<ServerResponse> guarded(RequestWatch watch, Duration limit) {
        return watch.within(limit, guarded());
    }
}
