package org.zhengyou.gateway.access;

import org.springframework.core.Ordered;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Sees to it that the cookie {@code XSRF-TOKEN} is set, which the page's script sends back as
 * {@code X-XSRF-TOKEN}: Spring Security writes it only when somebody asks for it.
 */
final class CsrfCookie implements WebFilter, Ordered {

    static CookieServerCsrfTokenRepository repository() {
        CookieServerCsrfTokenRepository repository =
                CookieServerCsrfTokenRepository.withHttpOnlyFalse();
        repository.setCookiePath("/");
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return repository;
    }

    /** After the security filters, which put the token into the exchange. */
    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
        return token == null ? chain.filter(exchange) : token.then(chain.filter(exchange));
    }
}
