package org.zhengyou.gateway.routes;

import java.net.URI;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Says where the request goes: the address of the route's service, then the path as it came without
 * {@code /api}, and the query as it came. Nothing is decoded or encoded again.
 */
final class ServiceAddress implements GlobalFilter, Ordered {
    private static final int API = "/api".length();

    @Override
    public int getOrder() {
        return 10_000;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        URI asked = exchange.getRequest().getURI();
        StringBuilder url = new StringBuilder(128).append(route.getUri());
        if (url.charAt(url.length() - 1) == '/') url.setLength(url.length() - 1);
        url.append(asked.getRawPath(), API, asked.getRawPath().length());
        if (asked.getRawQuery() != null) url.append('?').append(asked.getRawQuery());
        exchange.getAttributes()
                .put(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR, URI.create(url.toString()));
        return chain.filter(exchange);
    }
}
