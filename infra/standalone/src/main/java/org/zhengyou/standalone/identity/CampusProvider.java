package org.zhengyou.standalone.identity;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The provider as this platform sees it. Its addresses are asked for when somebody first wants to
 * come through it, so that the platform starts whether or not it is there; what it says of itself
 * counts only if it says its own name.
 */
final class CampusProvider {
    static final String ID = "campus";

    private static final String ABOUT = "/.well-known/openid-configuration";
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration COUNTS = Duration.ofSeconds(5);
    private static final ParameterizedTypeReference<Map<String, Object>> JSON =
            new ParameterizedTypeReference<>() {};

    private final Campus campus;
    private final String redirectUri;
    private final RestClient http;
    private final OidcAuthorizationCodeAuthenticationProvider exchange;
    private volatile @Nullable Known known;

    /** What it said of itself, which counts for a moment: then it is asked whether it is there. */
    private record Known(ClientRegistration registration, Instant until) {}

    /** The provider does not answer, or not as one. */
    static final class Unreachable extends RuntimeException {
        Unreachable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * @param redirectUri where browsers come back to
     */
    CampusProvider(Campus campus, String redirectUri) {
        this.campus = campus;
        this.redirectUri = redirectUri;
        JdkClientHttpRequestFactory requests =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder()
                                .version(HttpClient.Version.HTTP_1_1)
                                .connectTimeout(ANSWER)
                                .build());
        requests.setReadTimeout(ANSWER);
        this.http = RestClient.builder().requestFactory(requests).build();
        RestClientAuthorizationCodeTokenResponseClient tokens =
                new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(
                RestClient.builder()
                        .requestFactory(requests)
                        .configureMessageConverters(
                                converters ->
                                        converters
                                                .addCustomConverter(new FormHttpMessageConverter())
                                                .addCustomConverter(
                                                        new OAuth2AccessTokenResponseHttpMessageConverter()))
                        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                        .build());
        OidcUserService people = new OidcUserService();
        // What is asked for stands in the ID token, which is signed.
        people.setRetrieveUserInfo(request -> false);
        this.exchange = new OidcAuthorizationCodeAuthenticationProvider(tokens, people);
    }

    Campus campus() {
        return campus;
    }

    /**
     * How it is reached.
     *
     * @throws Unreachable if it does not say that, or is another than was configured
     */
    ClientRegistration registration() {
        Known before = known;
        if (before != null && Instant.now().isBefore(before.until())) return before.registration();
        Known asked = new Known(ask(), Instant.now().plus(COUNTS));
        known = asked;
        return asked.registration();
    }

    private ClientRegistration ask() {
        try {
            Map<String, Object> about =
                    http.get().uri(campus.issuer() + ABOUT).retrieve().body(JSON);
            if (about == null || !campus.issuer().equals(about.get("issuer")))
                throw new Unreachable(campus.issuer() + " says that it is another issuer", null);
            return ClientRegistrations.fromOidcConfiguration(about)
                    .registrationId(ID)
                    .clientId(campus.clientId())
                    .clientSecret(campus.clientSecret())
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .clientSettings(
                            ClientRegistration.ClientSettings.builder()
                                    .requireProofKey(true)
                                    .build())
                    .redirectUri(redirectUri)
                    .scope(OidcScopes.OPENID)
                    .userNameAttributeName("sub")
                    .build();
        } catch (RestClientException | IllegalArgumentException e) {
            throw new Unreachable(campus.issuer() + " does not say how it is reached", e);
        }
    }

    /**
     * Who came back: code, state, nonce and the signature, issuer and audience of the ID token are
     * checked.
     *
     * @throws org.springframework.security.oauth2.core.OAuth2AuthenticationException if something
     *     is not right
     */
    @Nullable OidcUser redeem(OAuth2AuthorizationExchange back) {
        return exchange.authenticate(new OAuth2LoginAuthenticationToken(registration(), back))
                                instanceof OAuth2LoginAuthenticationToken done
                        && done.getPrincipal() instanceof OidcUser user
                ? user
                : null;
    }
}
