package org.zhengyou.gateway.routes;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ServerWebExchange;
import org.zhengyou.gateway.access.AccessJournal;
import org.zhengyou.gateway.limits.CallerLimits;
import org.zhengyou.gateway.refusals.RefusalKind;
import org.zhengyou.gateway.refusals.Refused;
import reactor.core.publisher.Mono;

/** Nothing goes on to a service without a caller; each may ask only so often. */
final class KnownCaller implements GlobalFilter, Ordered {
    private final CallerLimits limits;
    private final SessionToken sessions;

    KnownCaller(CallerLimits limits, SessionToken sessions) {
        this.limits = limits;
        this.sessions = sessions;
    }

    @Override
    public int getOrder() {
        return -100;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return exchange.getPrincipal()
                .cast(Authentication.class)
                .switchIfEmpty(Mono.error(() -> nobody()))
                .flatMap(caller -> admit(exchange, chain, caller));
    }

    private Mono<Void> admit(
            ServerWebExchange exchange, GatewayFilterChain chain, Authentication caller) {
        AccessJournal.callerOf(exchange, caller.getName());
        limits.admitPerson(caller.getName());
        return sessions.find(exchange, caller).then(chain.filter(exchange));
    }

    private static Refused nobody() {
        return Refused.of(RefusalKind.UNAUTHENTICATED, "there is no access token and no session");
    }
}
