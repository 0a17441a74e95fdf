package org.zhengyou.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.ReactiveAuthenticationManagerResolver;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import org.zhengyou.gateway.limits.CallerLimits;
import reactor.core.publisher.Mono;

/**
 * Verifies an access token once and remembers the outcome until it runs out, at most five minutes:
 * a command costs no signature check. Only good tokens are remembered, and only so many. A token is
 * not revoked in between: what revokes it is its short life. The services verify it again.
 *
 * <p>A token that is not good is charged to the address it comes from, so that guessing costs the
 * one who guesses, and nobody else there.
 */
final class VerifiedTokens implements ReactiveAuthenticationManagerResolver<ServerWebExchange> {
    private static final int TOKENS = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final ReactiveAuthenticationManager verifier;
    private final CallerLimits limits;
    private final Cache<String, Authentication> verified =
            Caffeine.newBuilder()
                    .maximumSize(TOKENS)
                    .expireAfter(
                            Expiry.<String, Authentication>creating(
                                    (token, caller) -> timeLeft(caller)))
                    .build();

    VerifiedTokens(ReactiveAuthenticationManager verifier, CallerLimits limits) {
        this.verifier = verifier;
        this.limits = limits;
    }

    @Override
    public Mono<ReactiveAuthenticationManager> resolve(ServerWebExchange exchange) {
        InetSocketAddress from = exchange.getRequest().getRemoteAddress();
        return Mono.just(claim -> verify((BearerTokenAuthenticationToken) claim, from));
    }

    private Mono<Authentication> verify(
            BearerTokenAuthenticationToken claim, @Nullable InetSocketAddress from) {
        Authentication known = verified.getIfPresent(claim.getToken());
        if (known != null) return Mono.just(known);
        return verifier.authenticate(claim)
                .doOnNext(caller -> verified.put(claim.getToken(), caller))
                .onErrorResume(InvalidBearerTokenException.class, wrong -> charge(from, wrong));
    }

    private Mono<Authentication> charge(
            @Nullable InetSocketAddress from, InvalidBearerTokenException wrong) {
        limits.admitStranger(from);
        return Mono.error(wrong);
    }

    private static Duration timeLeft(Authentication caller) {
        if (!(caller.getPrincipal() instanceof Jwt jwt) || jwt.getExpiresAt() == null)
            return Duration.ZERO;
        Duration left = Duration.between(Instant.now(), jwt.getExpiresAt());
        if (left.isNegative()) return Duration.ZERO;
        return left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }
}
