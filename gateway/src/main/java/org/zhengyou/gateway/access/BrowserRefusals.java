package org.zhengyou.gateway.access;

import java.net.URI;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.ServerRedirectStrategy;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.web.server.ServerWebExchange;
import org.zhengyou.gateway.refusals.RefusalKind;
import org.zhengyou.gateway.refusals.Refusals;
import org.zhengyou.gateway.refusals.Refused;
import reactor.core.publisher.Mono;

/** What a caller without a token is told. */
final class BrowserRefusals {
    private final Refusals refusals;
    private final Sessions sessions;
    private final BrowserSignIn signIns;
    private final SignOut signOut;
    private final ServerRedirectStrategy redirects = new DefaultServerRedirectStrategy();

    BrowserRefusals(Refusals refusals, Sessions sessions, BrowserSignIn signIns, SignOut signOut) {
        this.refusals = refusals;
        this.sessions = sessions;
        this.signIns = signIns;
        this.signOut = signOut;
    }

    /** Nobody is signed in. */
    Mono<Void> stranger(ServerWebExchange exchange) {
        return refusals.write(
                exchange,
                Refused.of(
                        RefusalKind.UNAUTHENTICATED,
                        "there is no access token and no session: send Authorization: Bearer, or"
                                + " open / in a browser"));
    }

    /** Signed in, but not for this. */
    Mono<Void> denied(ServerWebExchange exchange, AccessDeniedException error) {
        return refusals.write(
                exchange, Refused.of(RefusalKind.NOT_PERMITTED, "this is not open to you"));
    }

    /**
     * No CSRF token. Whoever is not even signed in is told that instead; if they only want to sign
     * out, there is nothing here that a forged request could end.
     */
    Mono<Void> csrf(ServerWebExchange exchange, AccessDeniedException error) {
        boolean leaves = exchange.getRequest().getURI().getRawPath().equals(SignOut.PATH);
        return sessions.has(exchange)
                .flatMap(
                        signedIn -> {
                            if (signedIn) return noToken(exchange);
                            return leaves ? signOut.afterSession(exchange) : stranger(exchange);
                        });
    }

    private Mono<Void> noToken(ServerWebExchange exchange) {
        return refusals.write(
                exchange,
                Refused.of(
                        RefusalKind.NOT_PERMITTED,
                        "send the value of the cookie XSRF-TOKEN as X-XSRF-TOKEN"));
    }

    /**
     * The issuer sent the browser back, and this did not complete a sign-in: another tab may have
     * completed it, or it may be worth another try.
     */
    Mono<Void> signIn(WebFilterExchange filtered, AuthenticationException error) {
        ServerWebExchange exchange = filtered.getExchange();
        return sessions.has(exchange)
                .flatMap(
                        signedIn -> {
                            if (signedIn)
                                return redirects.sendRedirect(
                                        exchange, URI.create(BrowserSignIn.pageAskedFor(exchange)));
                            return signIns.mayBeginAgain(exchange)
                                    ? signIns.beginAgain(exchange)
                                    : refusals.write(exchange, notCompleted());
                        });
    }

    private static Refused notCompleted() {
        return Refused.of(
                RefusalKind.UNAUTHENTICATED, "the sign-in was not completed; open / to try again");
    }
}
