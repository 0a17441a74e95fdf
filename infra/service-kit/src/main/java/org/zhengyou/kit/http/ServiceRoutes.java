package org.zhengyou.kit.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhengyou.kit.runtime.Part;
import org.zhengyou.kit.runtime.ServiceRuntime;

/**
 * All resources of all services in this process, found by the first segment of the path. What
 * nobody answers is a problem with a name.
 */
public final class ServiceRoutes implements RouterFunction<ServerResponse>, AutoCloseable {
    private static final String COMMANDS = "/commands/";
    private static final String IMPORTS = "/imports/";
    private static final List<HttpMethod> METHODS =
            List.of(
                    HttpMethod.GET,
                    HttpMethod.POST,
                    HttpMethod.PUT,
                    HttpMethod.PATCH,
                    HttpMethod.DELETE);

    private record Resources(
            CommandEndpoint commands,
            List<RouterFunction<ServerResponse>> others,
            Duration limit,
            Duration importLimit) {}

    private final RequestWatch watch = new RequestWatch();

    private final Map<String, Resources> services = new HashMap<>();
    private final List<RouterFunction<ServerResponse>> own;

    /**
     * The routes of these services.
     *
     * @param own routes that belong to no service, such as the health of the process
     */
    public ServiceRoutes(
            List<? extends ServiceRuntime> runtimes, List<RouterFunction<ServerResponse>> own) {
        this.own = List.copyOf(own);
        for (ServiceRuntime runtime : runtimes)
            services.put(
                    runtime.service().name(),
                    new Resources(
                            new CommandEndpoint(runtime),
                            runtime.parts().stream().map(Part::routes).toList(),
                            runtime.settings().requestLimit(),
                            runtime.settings().importLimit()));
    }

    /** HEAD is answered as GET; the server leaves out the body. */
    @Override
    public Optional<HandlerFunction<ServerResponse>> route(ServerRequest request) {
        var handler =
                find(
                        request.method().equals(HttpMethod.HEAD)
                                ? with(HttpMethod.GET, request)
                                : request);
        return handler.isPresent() ? handler : Optional.of(nothing(request));
    }

    private static ServerRequest with(HttpMethod method, ServerRequest request) {
        return ServerRequest.from(request).method(method).build();
    }

    private Optional<HandlerFunction<ServerResponse>> find(ServerRequest request) {
        String path = request.path();
        int end = path.indexOf('/', 1);
        Resources resources = end < 0 ? null : services.get(path.substring(1, end));
        if (resources == null) return first(own, request);
        if (path.startsWith(COMMANDS, end))
            return request.method().equals(HttpMethod.POST)
                    ? resources
                            .commands()
                            .handler(path.substring(end + COMMANDS.length()))
                            .map(handler -> watch.within(resources.limit(), handler))
                    : Optional.empty();
        boolean isImport = path.startsWith(IMPORTS, end);
        Duration limit = isImport ? resources.importLimit() : resources.limit();
        return first(resources.others(), request).map(handler -> watch.within(limit, handler));
    }

    private static Optional<HandlerFunction<ServerResponse>> first(
            List<RouterFunction<ServerResponse>> routes, ServerRequest request) {
        for (RouterFunction<ServerResponse> route : routes) {
            Optional<HandlerFunction<ServerResponse>> found = route.route(request);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private HandlerFunction<ServerResponse> nothing(ServerRequest request) {
        List<String> allowed = new ArrayList<>();
        for (HttpMethod method : METHODS) {
            if (find(with(method, request)).isPresent()) allowed.add(method.name());
        }
        return r -> {
            if (allowed.isEmpty())
                throw ProblemException.of(
                        ProblemKind.NO_SUCH_RESOURCE, "there is no resource under this path");
            throw ProblemException.notAllowed(allowed);
        };
    }

    /** Ends the watch over the time that requests take. */
    @Override
    public void close() {
        watch.close();
    }
}
