package org.zhengyou.gateway;

import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * HEAD of what the gateway serves itself is GET; the server leaves out the body. OPTIONS is refused
 * as by services, with what is taken. Services see both as they are.
 */
final class OwnMethods implements WebFilter, Ordered {
    private static final String SIGN_OUT = "/logout";
    private static final Set<HttpMethod> ASKED = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<HttpMethod> SENT = Set.of(HttpMethod.POST);

    /** After the security filters, which look at the method. */
    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getURI().getRawPath();
        if (path.startsWith("/api/")) return chain.filter(exchange);
        HttpMethod method = exchange.getRequest().getMethod();
        if (method.equals(HttpMethod.OPTIONS))
            return Mono.error(
                    new MethodNotAllowedException(method, path.equals(SIGN_OUT) ? SENT : ASKED));
        return chain.filter(
                method.equals(HttpMethod.HEAD)
                        ? exchange.mutate().request(r -> r.method(HttpMethod.GET)).build()
                        : exchange);
    }
}
