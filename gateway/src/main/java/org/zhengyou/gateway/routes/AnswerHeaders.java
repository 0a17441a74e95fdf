package org.zhengyou.gateway.routes;

import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/** Drops from a service's answer what is for one hop only, and cookies: services set none. */
final class AnswerHeaders implements HttpHeadersFilter {
    private static final Set<String> DROPPED =
            Set.of(
                    "connection",
                    "keep-alive",
                    "proxy-authenticate",
                    "set-cookie",
                    "trailer",
                    "transfer-encoding",
                    "upgrade");

    @Override
    public HttpHeaders filter(HttpHeaders answered, ServerWebExchange exchange) {
        HttpHeaders passed = new HttpHeaders();
        answered.forEach(
                (name, values) -> {
                    if (!DROPPED.contains(name.toLowerCase(Locale.ROOT))) passed.put(name, values);
                });
        return passed;
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.RESPONSE;
    }
}
