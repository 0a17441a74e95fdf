package org.zhengyou.gateway.routes;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * Lets through to a service only what concerns it. Who calls is said by the access token alone, so
 * everything else that might pass for identity is dropped: {@code X-User-*}, {@code X-Actor*},
 * {@code Zhengyou-Actor*}, {@code X-Forwarded-*}, {@code Forwarded} and cookies; and what would let
 * a tracing system join one person's requests: {@code traceparent}, {@code tracestate}, {@code
 * baggage}. For a browser the token of its session is put in.
 */
final class ServiceHeaders implements HttpHeadersFilter {
    private static final String[] IDENTITY = {
        "x-user-", "x-forwarded-", "x-actor", "zhengyou-actor", "x-real-ip", "x-xsrf-"
    };
    private static final Set<String> DROPPED =
            Set.of(
                    "cookie",
                    "forwarded",
                    "authorization",
                    "host",
                    "expect",
                    "connection",
                    "keep-alive",
                    "proxy-connection",
                    "proxy-authorization",
                    "proxy-authenticate",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade",
                    "traceparent",
                    "tracestate",
                    "baggage");

    @Override
    public HttpHeaders filter(HttpHeaders asked, ServerWebExchange exchange) {
        HttpHeaders passed = new HttpHeaders();
        String connection = asked.getFirst(HttpHeaders.CONNECTION);
        asked.forEach(
                (name, values) -> {
                    String lower = name.toLowerCase(Locale.ROOT);
                    if (isPassed(lower) && !isNamedBy(connection, lower)) passed.put(name, values);
                });
        String session = SessionToken.of(exchange);
        String authorization =
                session == null ? asked.getFirst(HttpHeaders.AUTHORIZATION) : "Bearer " + session;
        if (authorization != null) passed.set(HttpHeaders.AUTHORIZATION, authorization);
        return passed;
    }

    private static boolean isPassed(String name) {
        if (DROPPED.contains(name)) return false;
        for (String prefix : IDENTITY) if (name.startsWith(prefix)) return false;
        return true;
    }

    /** RFC 9110, 7.6.1: what Connection names is for this hop only. */
    private static boolean isNamedBy(@Nullable String connection, String name) {
        if (connection == null || connection.equalsIgnoreCase("keep-alive")) return false;
        for (String option : connection.split(",", -1))
            if (option.strip().equalsIgnoreCase(name)) return true;
        return false;
    }
}
