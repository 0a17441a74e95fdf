package org.zhengyou.kit.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhengyou.kit.http.Addresses.Found;
import org.zhengyou.kit.runtime.Part;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.kit.runtime.Settings;

/**
 * All resources of all services in this process, found by their paths. What nobody answers is a
 * problem with a name.
 */
public final class ServiceRoutes implements RouterFunction<ServerResponse>, AutoCloseable {
    private final RequestWatch watch = new RequestWatch();
    private final Addresses addresses = new Addresses();

    /**
     * The routes of these services.
     *
     * @param own what belongs to no service, such as the health of the process
     * @throws IllegalStateException if two resources are at one address
     */
    public ServiceRoutes(List<? extends ServiceRuntime> runtimes, List<Resource> own) {
        DoorJournal.begin();
        for (Resource resource : own) addresses.add(resource.operation(), resource.guarded());
        for (ServiceRuntime runtime : runtimes)
            for (Resource resource : of(runtime)) add(runtime, resource);
    }

    /** Everything that this service answers: its commands, and what its parts do. */
    public static List<Resource> of(ServiceRuntime runtime) {
        List<Resource> all = new ArrayList<>(new CommandEndpoint(runtime).resources());
        for (Part part : runtime.parts()) all.addAll(part.resources());
        return all;
    }

    private void add(ServiceRuntime runtime, Resource resource) {
        String service = "/" + runtime.service().name();
        Duration limit = limit(service, resource.operation().path(), runtime.settings());
        addresses.add(resource.operation(), resource.guarded(watch, limit));
    }

    /**
     * Files are given more time. A document is to arrive, and then to be looked through, which
     * takes as long as an import may.
     */
    private static Duration limit(String service, String path, Settings settings) {
        if (path.startsWith(service + "/imports/")) return settings.importLimit();
        if (!path.equals(service + "/documents")) return settings.requestLimit();
        return ArrivalTime.of(settings.receiveLimit(), ArrivalTime.LARGEST_BODY)
                .plus(settings.importLimit());
    }

    /** HEAD is answered as GET; the server leaves out the body. */
    @Override
    public Optional<HandlerFunction<ServerResponse>> route(ServerRequest request) {
        Found found = addresses.find(request.path());
        if (found == null) return Optional.of(ServiceRoutes::nothing);
        HttpMethod method =
                request.method().equals(HttpMethod.HEAD) ? HttpMethod.GET : request.method();
        HandlerFunction<ServerResponse> handler = found.byMethod().get(method.name());
        if (handler == null) return Optional.of(r -> notAllowed(found));
        request.attributes()
                .put(RouterFunctions.URI_TEMPLATE_VARIABLES_ATTRIBUTE, found.variables());
        return Optional.of(handler);
    }

    private static ServerResponse nothing(ServerRequest request) {
        throw ProblemException.of(
                ProblemKind.NO_SUCH_RESOURCE, "there is no resource under this path");
    }

    private static ServerResponse notAllowed(Found found) {
        throw ProblemException.notAllowed(List.copyOf(found.byMethod().keySet()));
    }

    /** Ends the watch over the time that requests take. */
    @Override
    public void close() {
        watch.close();
    }
}
