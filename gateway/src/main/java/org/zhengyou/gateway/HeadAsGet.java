package org.zhengyou.gateway;

import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * HEAD of what the gateway serves itself is GET; the server leaves out the body. Services see HEAD
 * as it is.
 */
final class HeadAsGet implements WebFilter, Ordered {
    /** After the security filters, which look at the method. */
    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        boolean isOwn =
                exchange.getRequest().getMethod().equals(HttpMethod.HEAD)
                        && !exchange.getRequest().getURI().getRawPath().startsWith("/api/");
        return chain.filter(
                isOwn
                        ? exchange.mutate().request(r -> r.method(HttpMethod.GET)).build()
                        : exchange);
    }
}
