package org.zhengyou.gateway.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtReactiveAuthenticationManager;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import org.zhengyou.gateway.GatewaySettings;
import org.zhengyou.gateway.limits.CallerLimits;
import org.zhengyou.gateway.refusals.RefusalKind;
import org.zhengyou.gateway.refusals.Refusals;
import org.zhengyou.gateway.refusals.Refused;
import reactor.core.publisher.Mono;

/** Callers that bring an access token: programs and command lines. No session, no cookie. */
@Configuration(proxyBeanMethods = false)
public class BearerAccess {
    private static final String BEARER = "Bearer ";

    @Bean
    VerifiedTokens verifiedTokens(
            GatewaySettings settings, WebClient issuerClient, CallerLimits limits) {
        NimbusReactiveJwtDecoder decoder =
                NimbusReactiveJwtDecoder.withJwkSource(
                                new IssuerKeys(issuerClient, settings.jwkSetUri()))
                        .build();
        decoder.setJwtValidator(validator(settings));
        return new VerifiedTokens(new JwtReactiveAuthenticationManager(decoder), limits);
    }

    @Bean
    @Order(1)
    SecurityWebFilterChain bearerChain(
            ServerHttpSecurity http, VerifiedTokens tokens, Refusals refusals) {
        return http.securityMatcher(
                        exchange ->
                                tokenOf(exchange) == null
                                        ? MatchResult.notMatch()
                                        : MatchResult.match())
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(all -> all.anyExchange().authenticated())
                .oauth2ResourceServer(
                        server ->
                                server.authenticationManagerResolver(tokens)
                                        .bearerTokenConverter(BearerAccess::claim)
                                        .authenticationEntryPoint(
                                                (exchange, error) ->
                                                        refuse(refusals, exchange, error)))
                .build();
    }

    private static OAuth2TokenValidator<Jwt> validator(GatewaySettings settings) {
        return new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(settings.issuer()),
                token ->
                        isComplete(token, settings.audience())
                                ? OAuth2TokenValidatorResult.success()
                                : OAuth2TokenValidatorResult.failure(
                                        new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN)));
    }

    /** Says for whom it is, about whom, and when it ends. */
    private static boolean isComplete(Jwt token, String audience) {
        List<String> audiences = token.getAudience();
        String subject = token.getSubject();
        return audiences != null
                && audiences.contains(audience)
                && subject != null
                && !subject.isBlank()
                && token.getExpiresAt() != null;
    }

    private static Mono<Authentication> claim(ServerWebExchange exchange) {
        String token = tokenOf(exchange);
        return token == null ? Mono.empty() : Mono.just(new BearerTokenAuthenticationToken(token));
    }

    private static @Nullable String tokenOf(ServerWebExchange exchange) {
        String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            return null;
        String token = header.substring(BEARER.length()).strip();
        return token.isEmpty() ? null : token;
    }

    private static Mono<Void> refuse(
            Refusals refusals, ServerWebExchange exchange, AuthenticationException error) {
        exchange.getResponse()
                .getHeaders()
                .set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        boolean old = String.valueOf(error.getMessage()).contains("expired");
        String detail =
                old
                        ? "the access token has run out; sign in again"
                        : "the access token is damaged, or made by or for somebody else";
        return refusals.write(exchange, Refused.of(RefusalKind.UNAUTHENTICATED, detail));
    }
}
