package org.zhengyou.gateway.access;

import java.net.InetSocketAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.zhengyou.journal.SecurityEvent;
import org.zhengyou.journal.SecurityJournal;
import org.zhengyou.journal.SecurityNote;
import reactor.core.publisher.Mono;

/**
 * What the gateway writes into the security journal, told by the answer as it goes out. A refusal
 * for want of authority is written by the service as well, which knows the rule; here it is the
 * client's address.
 */
public final class AccessJournal implements WebFilter, Ordered {
    private static final SecurityJournal JOURNAL = SecurityJournal.of("gateway");
    private static final String CALLER = AccessJournal.class.getName();
    private static final String CORRELATION = "Zhengyou-Correlation-Id";
    private static final String BACK = "/login/oauth2/code/";
    private static final String API = "/api/";

    private final WebSessionServerSecurityContextRepository sessions =
            new WebSessionServerSecurityContextRepository();
    private final Set<String> services;

    /** For a gateway to these services. */
    public AccessJournal(Set<String> services) {
        this.services = Set.copyOf(services);
    }

    /** Lets the journal know by whom a request is. */
    public static void callerOf(ServerWebExchange exchange, String subject) {
        exchange.getAttributes().put(CALLER, subject);
    }

    /** Comes before everything that might answer. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> note(exchange));
        return chain.filter(exchange);
    }

    private Mono<Void> note(ServerWebExchange exchange) {
        SecurityEvent event = eventOf(exchange);
        if (event == null) return Mono.empty();
        if (event != SecurityEvent.SIGNED_IN)
            return Mono.fromRunnable(() -> note(event, exchange, exchange.getAttribute(CALLER)));
        return sessions.load(exchange)
                .mapNotNull(SecurityContext::getAuthentication)
                .doOnNext(person -> note(event, exchange, person.getName()))
                .then();
    }

    private @Nullable SecurityEvent eventOf(ServerWebExchange exchange) {
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        if (status == null) return null;
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getPath().value();
        boolean back = path.startsWith(BACK);
        boolean ofService =
                exchange.getAttribute(ServerWebExchangeUtils.CLIENT_RESPONSE_ATTR) != null;
        return switch (status.value()) {
            case 302 ->
                    back
                            ? SecurityEvent.SIGNED_IN
                            : path.equals("/logout") ? SecurityEvent.SIGNED_OUT : null;
            case 401 -> {
                if (back) yield SecurityEvent.SIGN_IN_FAILED;
                boolean token = request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
                yield token ? SecurityEvent.TOKEN_REFUSED : null;
            }
            case 403 -> SecurityEvent.ACCESS_REFUSED;
            case 429 -> ofService ? null : SecurityEvent.REQUESTS_THROTTLED;
            default -> null;
        };
    }

    private void note(SecurityEvent event, ServerWebExchange exchange, @Nullable String account) {
        ServerHttpRequest request = exchange.getRequest();
        InetSocketAddress from = request.getRemoteAddress();
        JOURNAL.note(
                event,
                new SecurityNote(
                        account,
                        from == null ? null : from.getAddress().getHostAddress(),
                        template(request.getPath().value()),
                        null,
                        request.getHeaders().getFirst(CORRELATION)));
    }

    /** The service and whether it is a command; the rest may be the client's own words. */
    private @Nullable String template(String path) {
        if (!path.startsWith(API)) return null;
        String[] parts = path.substring(API.length()).split("/", -1);
        if (!services.contains(parts[0])) return null;
        boolean command = parts.length > 1 && parts[1].equals("commands");
        return parts[0] + (command ? "/commands/*" : "/*");
    }
}
