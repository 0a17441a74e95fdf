package org.zhengyou.gateway.access;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.ServerRedirectStrategy;
import org.springframework.web.server.ServerWebExchange;
import org.zhengyou.gateway.GatewaySettings;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sign-ins between the way to the issuer and the way back. What must be known again then travels in
 * {@code state}, sealed, and the gateway keeps nothing: a stranger takes no memory, and the tabs of
 * a browser do not end each other's sign-in. A cookie of random bits, the same for all tabs, shows
 * that the browser that comes back is the one that left.
 *
 * <p>The page that was asked for is part of it. It is a path of this gateway, taken from the
 * request itself and never from a parameter, so nobody can be led elsewhere.
 */
final class BrowserSignIn
        implements ServerOAuth2AuthorizationRequestResolver,
                ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    /** Who signed in without having asked for a page comes here. */
    static final String FIRST_PAGE = "/";

    /** Of the browser that signs in. */
    static final String COOKIE = "ZHENGYOU_SIGN_IN";

    private static final String STATE = BrowserSignIn.class.getName();
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int BROWSER_BYTES = 16;

    /** Characters of a page that are kept: the issuer is sent them in an address. */
    private static final int LONGEST_PAGE = 1_000;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * What is in {@code state}.
     *
     * @param again whether the browser was sent to the issuer a second time
     */
    private record State(
            String browser,
            String nonce,
            String verifier,
            String redirectUri,
            String page,
            boolean again) {}

    private final ServerOAuth2AuthorizationRequestResolver requests;
    private final Sessions sessions;
    private final GatewaySettings settings;
    private final Seal seal;
    private final ServerRedirectStrategy redirects = new DefaultServerRedirectStrategy();

    BrowserSignIn(
            ReactiveClientRegistrationRepository registrations,
            Sessions sessions,
            GatewaySettings settings) {
        this.requests = new DefaultServerOAuth2AuthorizationRequestResolver(registrations);
        this.sessions = sessions;
        this.settings = settings;
        this.seal = new Seal(settings.consoleClientSecret(), "sign-in");
    }

    /** Leads a browser to the issuer, and from there back to the page it asks for. */
    Mono<Void> begin(ServerWebExchange exchange) {
        return begin(exchange, pageOf(exchange.getRequest()), false);
    }

    /**
     * Leads a browser to the issuer once more that came back without its cookie: it was away for
     * too long, or two tabs left at the same moment. Empty if that was tried, or it never left.
     */
    Mono<Void> beginAgain(ServerWebExchange exchange) {
        return begin(exchange, pageAskedFor(exchange), true);
    }

    /** Whether {@link #beginAgain} would help. */
    boolean mayBeginAgain(ServerWebExchange exchange) {
        State state = exchange.getAttribute(STATE);
        return state != null && !state.again() && !isOf(exchange, state);
    }

    /** The page for whose sake the browser that has come back signed in. */
    static String pageAskedFor(ServerWebExchange exchange) {
        State state = exchange.getAttribute(STATE);
        return state == null ? FIRST_PAGE : state.page();
    }

    private Mono<Void> begin(ServerWebExchange exchange, String page, boolean again) {
        return requests.resolve(exchange, IssuerClient.ISSUER)
                .map(request -> sealed(exchange, request, page, again))
                .flatMap(
                        request ->
                                saveAuthorizationRequest(request, exchange)
                                        .then(
                                                redirects.sendRedirect(
                                                        exchange,
                                                        URI.create(
                                                                request
                                                                        .getAuthorizationRequestUri()))));
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange) {
        return requests.resolve(exchange)
                .map(request -> sealed(exchange, request, FIRST_PAGE, false));
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange, String issuer) {
        return requests.resolve(exchange, issuer)
                .map(request -> sealed(exchange, request, FIRST_PAGE, false));
    }

    private OAuth2AuthorizationRequest sealed(
            ServerWebExchange exchange,
            OAuth2AuthorizationRequest request,
            String page,
            boolean again) {
        String known = browserOf(exchange);
        State state =
                new State(
                        known == null ? newBrowser() : known,
                        requireNonNull(request.<String>getAttribute(OidcParameterNames.NONCE)),
                        requireNonNull(
                                request.<String>getAttribute(PkceParameterNames.CODE_VERIFIER)),
                        requireNonNull(request.getRedirectUri()),
                        page,
                        again);
        exchange.getAttributes().put(STATE, state);
        return OAuth2AuthorizationRequest.from(request)
                .state(seal.close(JSON.writeValueAsString(state)))
                .build();
    }

    /** Nothing is saved here but the cookie of the browser. */
    @Override
    public Mono<Void> saveAuthorizationRequest(
            OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        return sessions.requireRoom(exchange)
                .then(
                        Mono.fromRunnable(
                                () -> {
                                    State state = exchange.getRequiredAttribute(STATE);
                                    exchange.getResponse().addCookie(cookie(state.browser()));
                                }));
    }

    private ResponseCookie cookie(String browser) {
        return ResponseCookie.from(COOKIE, browser)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(KEPT)
                .build();
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        return sessions.requireRoom(exchange)
                .then(Mono.defer(() -> loadAuthorizationRequest(exchange)));
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        String sealed = exchange.getRequest().getQueryParams().getFirst(OAuth2ParameterNames.STATE);
        State state = sealed == null ? null : open(sealed);
        if (sealed == null || state == null) return Mono.empty();
        exchange.getAttributes().put(STATE, state);
        return isOf(exchange, state) ? Mono.just(request(state, sealed)) : Mono.empty();
    }

    private @Nullable State open(String sealed) {
        String text = seal.open(sealed);
        if (text == null) return null;
        try {
            return JSON.readValue(text, State.class);
        } catch (JacksonException e) {
            // Sealed by a gateway of another version.
            return null;
        }
    }

    private OAuth2AuthorizationRequest request(State state, String sealed) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(settings.authorizationUri().toString())
                .clientId(settings.consoleClientId())
                .redirectUri(state.redirectUri())
                .scope(OidcScopes.OPENID)
                .state(sealed)
                .attributes(
                        Map.of(
                                OAuth2ParameterNames.REGISTRATION_ID, IssuerClient.ISSUER,
                                OidcParameterNames.NONCE, state.nonce(),
                                PkceParameterNames.CODE_VERIFIER, state.verifier()))
                .build();
    }

    private static boolean isOf(ServerWebExchange exchange, State state) {
        return state.browser().equals(browserOf(exchange));
    }

    private static @Nullable String browserOf(ServerWebExchange exchange) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    private static String newBrowser() {
        byte[] bytes = new byte[BROWSER_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String pageOf(ServerHttpRequest request) {
        URI asked = request.getURI();
        String page =
                asked.getRawQuery() == null
                        ? asked.getRawPath()
                        : asked.getRawPath() + "?" + asked.getRawQuery();
        boolean isKept =
                request.getMethod().equals(HttpMethod.GET)
                        && page.length() <= LONGEST_PAGE
                        && page.startsWith("/")
                        && !page.startsWith("//");
        return isKept ? page : FIRST_PAGE;
    }
}
