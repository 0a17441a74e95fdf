package org.zhengyou.gateway.access;

import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Whatever cookie is set over TLS travels over TLS only. That of the session, which is added as the
 * answer goes out, says so by itself.
 */
public final class SecureCookies implements WebFilter, Ordered {
    /** Comes before everything that might answer. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if ("https".equals(exchange.getRequest().getURI().getScheme()))
            exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> secure(exchange)));
        return chain.filter(exchange);
    }

    private static void secure(ServerWebExchange exchange) {
        exchange.getResponse()
                .getCookies()
                .values()
                .forEach(all -> all.replaceAll(one -> one.mutate().secure(true).build()));
    }
}
