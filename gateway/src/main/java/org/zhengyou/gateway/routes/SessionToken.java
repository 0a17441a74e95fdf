package org.zhengyou.gateway.routes;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import org.zhengyou.gateway.refusals.RefusalKind;
import org.zhengyou.gateway.refusals.Refused;
import reactor.core.publisher.Mono;

/**
 * Finds the access token of a browser's session, renewed if it has run out. Browsers never see it
 * (RFC 10017, backend for frontend).
 */
final class SessionToken {
    private static final String TOKEN = SessionToken.class.getName();

    private final ReactiveOAuth2AuthorizedClientManager clients;

    SessionToken(ReactiveOAuth2AuthorizedClientManager clients) {
        this.clients = clients;
    }

    /** The token found for this request; null if the caller brought its own. */
    static @Nullable String of(ServerWebExchange exchange) {
        return exchange.getAttribute(TOKEN);
    }

    /** Completes at once for callers that bring their own token. */
    Mono<Void> find(ServerWebExchange exchange, Authentication caller) {
        if (!(caller instanceof OAuth2AuthenticationToken browser)) return Mono.empty();
        OAuth2AuthorizeRequest request =
                OAuth2AuthorizeRequest.withClientRegistrationId(
                                browser.getAuthorizedClientRegistrationId())
                        .principal(browser)
                        .attribute(ServerWebExchange.class.getName(), exchange)
                        .build();
        return clients.authorize(request)
                .onErrorResume(OAuth2AuthorizationException.class, e -> Mono.empty())
                .switchIfEmpty(Mono.defer(() -> end(exchange)))
                .doOnNext(client -> keep(exchange, client))
                .then();
    }

    private static void keep(ServerWebExchange exchange, OAuth2AuthorizedClient client) {
        exchange.getAttributes().put(TOKEN, client.getAccessToken().getTokenValue());
    }

    /** A session without a token is of no use to anybody; the next page asks to sign in. */
    private static Mono<OAuth2AuthorizedClient> end(ServerWebExchange exchange) {
        return exchange.getSession()
                .flatMap(WebSession::invalidate)
                .then(
                        Mono.error(
                                Refused.of(
                                        RefusalKind.UNAUTHENTICATED,
                                        "the session has ended; sign in again")));
    }
}
