package org.zhengyou.gateway.access;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.function.client.WebClient;
import org.zhengyou.gateway.refusals.RefusalKind;
import org.zhengyou.gateway.refusals.Refused;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The issuer's keys, fetched when first needed and again when a token names a key that is not among
 * them, but never more often than every ten seconds: made-up key ids do not reach the issuer. Keys
 * that the issuer has withdrawn are forgotten after an hour, if it can be reached.
 */
final class IssuerKeys implements Function<SignedJWT, Flux<JWK>> {
    private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(10);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final long KEPT_NANOS = Duration.ofHours(1).toNanos();

    private final Mono<Known> fetched;
    private volatile @Nullable Known latest;

    IssuerKeys(WebClient client, URI address) {
        fetched =
                client.get()
                        .uri(address)
                        .retrieve()
                        .bodyToMono(String.class)
                        .map(IssuerKeys::parse)
                        .onErrorMap(IssuerKeys::unreachable)
                        .doOnNext(known -> latest = known)
                        .cache(known -> AT_MOST_EVERY, error -> AFTER_FAILURE, () -> Duration.ZERO);
    }

    @Override
    public Flux<JWK> apply(SignedJWT token) {
        return keysFor(token.getHeader().getKeyID())
                .flatMapIterable(known -> known.keys().getKeys());
    }

    private Mono<Known> keysFor(@Nullable String keyId) {
        Known known = latest;
        if (known == null || keyId == null || known.keys().getKeyByKeyId(keyId) == null)
            return fetched;
        if (known.age() < KEPT_NANOS) return Mono.just(known);
        return fetched.onErrorReturn(known);
    }

    private static Refused unreachable(Throwable error) {
        LOG.warn("the issuer's keys cannot be fetched: {}", error.toString());
        return Refused.retryAfter(
                RefusalKind.SERVICE_UNAVAILABLE, 1, "the issuer of tokens cannot be reached");
    }

    private static Known parse(String body) {
        try {
            return new Known(JWKSet.parse(body), System.nanoTime());
        } catch (ParseException e) {
            throw new IllegalStateException("the issuer's keys cannot be read", e);
        }
    }

    private record Known(JWKSet keys, long fetchedAt) {
        long age() {
            return System.nanoTime() - fetchedAt;
        }
    }
}
