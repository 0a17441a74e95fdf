package org.zhengyou.gateway.access;

import java.util.Comparator;
import java.util.List;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.WebSessionIdResolver;
import org.zhengyou.gateway.GatewaySettings;
import org.zhengyou.gateway.refusals.RefusalKind;
import org.zhengyou.gateway.refusals.Refused;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sessions of people who are signed in; nobody else has one. There are at most so many of them
 * together and a few of one person. When there is no room, who is signed in stays so, and who wants
 * to sign in is told to come back. Sign-ins that end at the same moment may exceed it by their
 * number.
 */
final class Sessions {
    private static final String CONTEXT =
            WebSessionServerSecurityContextRepository.DEFAULT_SPRING_SECURITY_CONTEXT_ATTR_NAME;
    private static final int RETRY_SECONDS = 60;

    private final KeptSessions store;
    private final WebSessionIdResolver ids;
    private final WebSessionServerSecurityContextRepository contexts =
            new WebSessionServerSecurityContextRepository();
    private final int limit;
    private final int limitOfOne;

    Sessions(KeptSessions store, WebSessionIdResolver ids, GatewaySettings.Limits limits) {
        this.store = store;
        this.ids = ids;
        this.limit = limits.sessions();
        this.limitOfOne = limits.sessionsOfOne();
    }

    /** Whether the request comes from the browser of somebody who is signed in. */
    Mono<Boolean> has(ServerWebExchange exchange) {
        if (ids.resolveSessionIds(exchange).isEmpty()) return Mono.just(false);
        return contexts.load(exchange)
                .map(context -> context.getAuthentication() != null)
                .defaultIfEmpty(false);
    }

    /** Completes if this browser can have a session; else {@code SERVICE_UNAVAILABLE}. */
    Mono<Void> requireRoom(ServerWebExchange exchange) {
        return has(exchange)
                .flatMap(signedIn -> signedIn || isRoom() ? Mono.empty() : Mono.error(full()));
    }

    /** After somebody signed in: ends the session they used least recently, if they have many. */
    Mono<Void> keepFew(String person) {
        List<WebSession> theirs =
                store.all().stream().filter(session -> person.equals(personOf(session))).toList();
        if (theirs.size() <= limitOfOne) return Mono.empty();
        return theirs.stream()
                .min(Comparator.comparing(WebSession::getLastAccessTime))
                .orElseThrow()
                .invalidate();
    }

    /** Ends all sessions of this person. */
    Mono<Void> endAllOf(String person) {
        return Flux.fromIterable(store.all())
                .filter(session -> person.equals(personOf(session)))
                .concatMap(WebSession::invalidate)
                .then();
    }

    private static String personOf(WebSession session) {
        return session.getAttribute(CONTEXT) instanceof SecurityContext context
                        && context.getAuthentication() != null
                ? context.getAuthentication().getName()
                : "";
    }

    private boolean isRoom() {
        if (store.all().size() < limit) return true;
        store.endExpired();
        return store.all().size() < limit;
    }

    private Refused full() {
        return Refused.retryAfter(
                RefusalKind.SERVICE_UNAVAILABLE,
                RETRY_SECONDS,
                limit + " people are signed in, and no more can be at once");
    }
}
