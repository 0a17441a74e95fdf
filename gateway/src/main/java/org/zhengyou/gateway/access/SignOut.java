package org.zhengyou.gateway.access;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.ServerRedirectStrategy;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.logout.ServerLogoutSuccessHandler;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhengyou.gateway.GatewaySettings;
import reactor.core.publisher.Mono;

/**
 * Ends the session at the issuer as well (OpenID Connect RP-Initiated Logout), for which the issuer
 * wants the ID token it gave. It lies in the session; and in a cookie, sealed, which the browser
 * shows at the sign-out only: a session that has run out, or ended with the gateway, must not leave
 * the one at the issuer behind, which would sign the person in again without asking.
 */
final class SignOut implements ServerLogoutSuccessHandler {
    /** Where a browser signs out. */
    static final String PATH = "/logout";

    private static final String COOKIE = "ZHENGYOU_SIGN_OUT";

    /** Characters; browsers drop a cookie of more than 4,096 with name and attributes. */
    private static final int LONGEST_COOKIE = 3_900;

    private final GatewaySettings settings;
    private final Seal seal;
    private final ServerRedirectStrategy redirects = new DefaultServerRedirectStrategy();

    SignOut(GatewaySettings settings) {
        this.settings = settings;
        this.seal = new Seal(settings.consoleClientSecret(), "sign-out");
    }

    /** Keeps what the sign-out of this person will need. */
    void prepare(ServerWebExchange exchange, Authentication person) {
        String token = idToken(person);
        String sealed = token == null ? "" : seal.close(token);
        if (sealed.length() <= LONGEST_COOKIE)
            exchange.getResponse().addCookie(cookie(sealed).build());
    }

    @Override
    public Mono<Void> onLogoutSuccess(WebFilterExchange exchange, Authentication person) {
        // Asked for before the sessions are ended; what the handlers found counts afterwards.
        return Mono.defer(() -> atIssuer(exchange.getExchange(), idToken(person)));
    }

    /** Signs out whose session here has already ended. */
    Mono<Void> afterSession(ServerWebExchange exchange) {
        return atIssuer(exchange, null);
    }

    private Mono<Void> atIssuer(ServerWebExchange exchange, @Nullable String fromSession) {
        String token = fromSession == null ? kept(exchange) : fromSession;
        exchange.getResponse().addCookie(cookie("").maxAge(0).build());
        Map<String, Object> values = new HashMap<>();
        values.put("client", settings.consoleClientId());
        values.put("back", firstPage(exchange.getRequest().getURI()));
        UriComponentsBuilder address =
                UriComponentsBuilder.fromUri(settings.endSessionUri())
                        .queryParam("client_id", "{client}")
                        .queryParam("post_logout_redirect_uri", "{back}");
        if (exchange.getAttribute(EverySession.EVERYWHERE) != null)
            address.queryParam(EverySession.EVERYWHERE, true);
        if (token != null) {
            values.put("token", token);
            address.queryParam("id_token_hint", "{token}");
        }
        return redirects.sendRedirect(exchange, address.encode().buildAndExpand(values).toUri());
    }

    private static String firstPage(URI asked) {
        return asked.getScheme() + "://" + asked.getRawAuthority() + BrowserSignIn.FIRST_PAGE;
    }

    private @Nullable String kept(ServerWebExchange exchange) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
        return cookie == null ? null : seal.open(cookie.getValue());
    }

    private static @Nullable String idToken(Authentication person) {
        return person.getPrincipal() instanceof OidcUser user
                ? user.getIdToken().getTokenValue()
                : null;
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String value) {
        return ResponseCookie.from(COOKIE, value).path(PATH).httpOnly(true).sameSite("Strict");
    }
}
