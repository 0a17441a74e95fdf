package org.zhengyou.gateway.access;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.logout.ServerLogoutHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Ends all sessions of a person, in whatever browser, who signs out everywhere. */
final class EverySession implements ServerLogoutHandler {
    /** The field of the form, and what the issuer is asked for. */
    static final String EVERYWHERE = "everywhere";

    private final Sessions sessions;

    EverySession(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Mono<Void> logout(WebFilterExchange filtered, Authentication person) {
        if (!(person instanceof OAuth2AuthenticationToken)) return Mono.empty();
        ServerWebExchange exchange = filtered.getExchange();
        return exchange.getFormData()
                .filter(form -> "true".equals(form.getFirst(EVERYWHERE)))
                .flatMap(
                        form -> {
                            exchange.getAttributes().put(EVERYWHERE, true);
                            return sessions.endAllOf(person.getName());
                        });
    }
}
