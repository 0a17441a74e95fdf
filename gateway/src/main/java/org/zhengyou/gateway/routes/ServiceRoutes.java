package org.zhengyou.gateway.routes;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.web.server.ServerWebExchange;
import org.zhengyou.gateway.GatewaySettings;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@code /api/{service}/**} goes to {@code /{service}/**} of that service. Imports get more time
 * than everything else, and documents more than these: their answer comes when they have arrived.
 */
final class ServiceRoutes implements RouteLocator {
    /** Metadata of a route: the name of its service. */
    static final String SERVICE = "service";

    private static final String API = "/api/";

    private final Flux<Route> routes;

    ServiceRoutes(GatewaySettings settings) {
        List<Route> all = new ArrayList<>();
        GatewaySettings.Limits limits = settings.limits();
        Duration patient = limits.longAnswer();
        Duration arriving = limits.receive(limits.documentBody().toBytes()).plus(patient);
        settings.services()
                .forEach(
                        (name, address) -> {
                            Predicate<ServerWebExchange> mine = leadsTo(name);
                            Predicate<ServerWebExchange> slow = mine.and(ServiceRoutes::takesLong);
                            var documents = mine.and(ServiceRoutes::isOfDocuments);
                            all.add(route(name, name + "-long", address, slow, patient));
                            all.add(route(name, name + "-documents", address, documents, arriving));
                            all.add(route(name, name, address, mine, limits.answer()));
                        });
        routes = Flux.fromIterable(all);
    }

    @Override
    public Flux<Route> getRoutes() {
        return routes;
    }

    private static Route route(
            String service,
            String id,
            URI address,
            Predicate<ServerWebExchange> predicate,
            Duration answer) {
        return Route.async()
                .id(id)
                .uri(address)
                .asyncPredicate(exchange -> Mono.just(predicate.test(exchange)))
                .metadata(SERVICE, service)
                .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, answer.toMillis())
                .build();
    }

    private static Predicate<ServerWebExchange> leadsTo(String service) {
        String prefix = API + service + "/";
        return exchange -> exchange.getRequest().getURI().getRawPath().startsWith(prefix);
    }

    private static boolean isOfDocuments(ServerWebExchange exchange) {
        String path = exchange.getRequest().getURI().getRawPath();
        return path.substring(path.indexOf('/', API.length())).equals("/documents");
    }

    private static boolean takesLong(ServerWebExchange exchange) {
        String path = exchange.getRequest().getURI().getRawPath();
        return path.startsWith("/imports/", path.indexOf('/', API.length()));
    }
}
