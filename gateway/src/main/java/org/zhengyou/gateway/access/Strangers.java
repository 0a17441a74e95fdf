package org.zhengyou.gateway.access;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.zhengyou.gateway.limits.CallerLimits;
import reactor.core.publisher.Mono;

/**
 * Counts requests that bring neither token nor a valid session by their address, before anything is
 * done for them. Health is not counted: it costs less than a refusal, and who watches over the
 * gateway must not take a flood from the same address for an illness.
 */
final class Strangers implements WebFilter {
    private final Sessions sessions;
    private final CallerLimits limits;

    Strangers(Sessions sessions, CallerLimits limits) {
        this.sessions = sessions;
        this.limits = limits;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getURI().getRawPath().equals("/health"))
            return chain.filter(exchange);
        return sessions.has(exchange)
                .flatMap(
                        signedIn -> {
                            if (!signedIn)
                                limits.admitStranger(exchange.getRequest().getRemoteAddress());
                            return chain.filter(exchange);
                        });
    }
}
