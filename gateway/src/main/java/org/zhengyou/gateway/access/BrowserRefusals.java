package org.zhengyou.gateway.access;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import org.zhengyou.gateway.limits.CallerLimits;
import org.zhengyou.gateway.refusals.RefusalKind;
import org.zhengyou.gateway.refusals.Refusals;
import org.zhengyou.gateway.refusals.Refused;
import reactor.core.publisher.Mono;

/** What a caller without a token is told. */
final class BrowserRefusals {
    private final Refusals refusals;
    private final CallerLimits limits;
    private final WebSessionServerSecurityContextRepository sessions =
            new WebSessionServerSecurityContextRepository();

    BrowserRefusals(Refusals refusals, CallerLimits limits) {
        this.refusals = refusals;
        this.limits = limits;
    }

    /** Nobody is signed in. Strangers are counted by their address. */
    Mono<Void> stranger(ServerWebExchange exchange, AuthenticationException error) {
        limits.admitAddress(exchange.getRequest().getRemoteAddress());
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

    /** No CSRF token. Whoever is not even signed in is told that instead. */
    Mono<Void> csrf(ServerWebExchange exchange, AccessDeniedException error) {
        Mono<Void> noToken =
                refusals.write(
                        exchange,
                        Refused.of(
                                RefusalKind.NOT_PERMITTED,
                                "send the value of the cookie XSRF-TOKEN as X-XSRF-TOKEN"));
        return sessions.load(exchange)
                .filter(context -> context.getAuthentication() != null)
                .hasElement()
                .flatMap(
                        signedIn ->
                                signedIn ? noToken : stranger(exchange, new NotSignedIn(error)));
    }

    /** The issuer sent the browser back without a valid code. */
    Mono<Void> signIn(WebFilterExchange exchange, AuthenticationException error) {
        return refusals.write(
                exchange.getExchange(),
                Refused.of(
                        RefusalKind.UNAUTHENTICATED,
                        "the sign-in was not completed; open / to try again"));
    }

    private static final class NotSignedIn extends AuthenticationException {
        NotSignedIn(Throwable cause) {
            super("not signed in", cause);
        }
    }
}
