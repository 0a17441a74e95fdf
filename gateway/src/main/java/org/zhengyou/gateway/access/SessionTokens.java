package org.zhengyou.gateway.access;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tokens live in the browser's session and end with it; there is one issuer. */
final class SessionTokens implements ServerOAuth2AuthorizedClientRepository {
    /** The attribute of the session. */
    static final String CLIENT = SessionTokens.class.getName();

    @Override
    @SuppressWarnings("unchecked")
    public <T extends OAuth2AuthorizedClient> Mono<T> loadAuthorizedClient(
            String issuer, Authentication person, ServerWebExchange exchange) {
        return (Mono<T>)
                exchange.getSession()
                        .mapNotNull(session -> session.<OAuth2AuthorizedClient>getAttribute(CLIENT))
                        .filter(
                                client ->
                                        client.getClientRegistration()
                                                .getRegistrationId()
                                                .equals(issuer));
    }

    @Override
    public Mono<Void> saveAuthorizedClient(
            OAuth2AuthorizedClient client, Authentication person, ServerWebExchange exchange) {
        return exchange.getSession()
                .doOnNext(session -> session.getAttributes().put(CLIENT, client))
                .then();
    }

    @Override
    public Mono<Void> removeAuthorizedClient(
            String issuer, Authentication person, ServerWebExchange exchange) {
        return exchange.getSession()
                .doOnNext(session -> session.getAttributes().remove(CLIENT))
                .then();
    }
}
