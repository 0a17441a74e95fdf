package org.zhengyou.kit.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.RestTemplate;
import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.runtime.Settings;

/**
 * Reads access tokens. The signature of a token is verified once and the token remembered until it
 * expires, which saves most of the work of a busy client's requests.
 */
final class AccessTokens implements JwtDecoder {
    /** Whom a token must be meant for. */
    static final String AUDIENCE = "zhengyou";

    private static final OAuth2Error NOT_FOR_US =
            new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "not meant for this platform", null);
    private static final long REMEMBERED_CHARACTERS = 10_000_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final JwtDecoder verifying;
    private final Cache<String, Jwt> verified =
            Caffeine.newBuilder()
                    .maximumWeight(REMEMBERED_CHARACTERS)
                    .weigher((String token, Jwt read) -> token.length())
                    .executor(Runnable::run)
                    .build();

    private AccessTokens(JwtDecoder verifying) {
        this.verifying = verifying;
    }

    /** Accepts the tokens of the issuer in the settings, which need not be there yet. */
    static AccessTokens of(Settings settings) {
        return new AccessTokens(new SupplierJwtDecoder(() -> decoder(settings)));
    }

    private static NimbusJwtDecoder decoder(Settings settings) {
        SimpleClientHttpRequestFactory http = new SimpleClientHttpRequestFactory();
        http.setConnectTimeout(TIMEOUT);
        http.setReadTimeout(TIMEOUT);
        RestTemplate rest = new RestTemplate(http);
        String keys = settings.jwkSetUri();
        NimbusJwtDecoder decoder =
                keys == null
                        ? NimbusJwtDecoder.withIssuerLocation(settings.issuer())
                                .restOperations(rest)
                                .build()
                        : NimbusJwtDecoder.withJwkSetUri(keys)
                                .jwsAlgorithms(
                                        all ->
                                                all.addAll(
                                                        List.of(
                                                                SignatureAlgorithm.RS256,
                                                                SignatureAlgorithm.ES256)))
                                .restOperations(rest)
                                .build();
        decoder.setJwtValidator(validator(settings.issuer()));
        return decoder;
    }

    /**
     * The subject has the form of an identifier, and so can never pass for a policy ({@code
     * policy:…}).
     */
    private static OAuth2TokenValidator<Jwt> validator(String issuer) {
        return new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(issuer), AccessTokens::validated);
    }

    private static OAuth2TokenValidatorResult validated(Jwt token) {
        String subject = token.getSubject();
        List<String> audience = token.getAudience();
        boolean valid =
                subject != null
                        && Identifier.FORM.matcher(subject).matches()
                        && audience != null
                        && audience.contains(AUDIENCE)
                        && token.getExpiresAt() != null
                        && areNames(token.getClaims().getOrDefault("roles", List.of()));
        return valid
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(NOT_FOR_US);
    }

    private static boolean areNames(Object roles) {
        return roles instanceof Collection<?> all
                && all.stream().allMatch(one -> one instanceof String role && !role.isBlank());
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = verified.getIfPresent(token);
        if (known != null && isAlive(known)) return known;
        if (known != null) verified.invalidate(token);
        Jwt fresh = verify(token);
        if (isAlive(fresh)) verified.put(token, fresh);
        return fresh;
    }

    private Jwt verify(String token) {
        try {
            return verifying.decode(token);
        } catch (BadJwtException e) {
            throw e;
        } catch (JwtException e) {
            throw new IssuerUnreachable(e);
        }
    }

    private static boolean isAlive(Jwt token) {
        Instant expiry = token.getExpiresAt();
        return expiry != null && expiry.isAfter(Instant.now());
    }

    /** The issuer's keys cannot be read: says nothing about the token. */
    static final class IssuerUnreachable extends AuthenticationException {
        IssuerUnreachable(Throwable cause) {
            super("the issuer's keys cannot be read", cause);
        }
    }
}
