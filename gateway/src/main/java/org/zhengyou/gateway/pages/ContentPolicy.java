package org.zhengyou.gateway.pages;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.server.header.ServerHttpHeadersWriter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Content-Security-Policy. A page runs the console's own scripts and styles, talks to the gateway
 * alone, is shown in nobody's frame and sends forms here or to the issuer. The page of the API,
 * which is another project's, writes styles into itself. A document has the policy that its service
 * gives it, which allows nothing at all.
 */
public final class ContentPolicy implements ServerHttpHeadersWriter {
    private static final String HEADER = "Content-Security-Policy";
    private static final String SERVICES = "/api/";
    private static final String API_PAGE = "/docs";
    private static final String API_PAGE_PARTS = "/webjars/";

    private final String console;
    private final String api;

    /** The policies of a gateway with this issuer. */
    public ContentPolicy(URI issuer) {
        String common =
                " object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
                        + issuer.getScheme()
                        + "://"
                        + issuer.getAuthority();
        console =
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; frame-src blob:;"
                        + " font-src 'self'; connect-src 'self'; manifest-src 'self';"
                        + common;
        api =
                "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                        + common;
    }

    @Override
    public Mono<Void> writeHttpHeaders(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        HttpHeaders headers = exchange.getResponse().getHeaders();
        if (path.startsWith(SERVICES) && headers.containsHeader(HEADER)) return Mono.empty();
        boolean isApi = path.startsWith(API_PAGE) || path.startsWith(API_PAGE_PARTS);
        headers.set(HEADER, isApi ? api : console);
        return Mono.empty();
    }
}
