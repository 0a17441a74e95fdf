package org.zhengyou.gateway.refusals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes every refusal of the gateway as RFC 9457 problem+json, {@code type} = {@code
 * urn:zhengyou:problem:<code>}. No stack trace and no foreign message leaves.
 */
public final class Refusals implements WebExceptionHandler, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Comes before Spring's own handlers. */
    @Override
    public int getOrder() {
        return -2;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted() || AbortedException.isConnectionReset(error))
            return Mono.error(error);
        Refused refused = refusalFor(error);
        if (error instanceof MethodNotAllowedException other)
            allow(exchange, other.getSupportedMethods());
        return refused == null ? defect(exchange, error) : write(exchange, refused);
    }

    /** Answers that only these methods are taken. */
    public Mono<Void> notAllowed(ServerWebExchange exchange, Set<HttpMethod> taken) {
        allow(exchange, taken);
        return write(exchange, notAllowed());
    }

    private static void allow(ServerWebExchange exchange, Set<HttpMethod> taken) {
        exchange.getResponse().getHeaders().setAllow(new TreeSet<>(taken));
    }

    private static Refused notAllowed() {
        return Refused.of(RefusalKind.METHOD_NOT_ALLOWED, "see Allow for the methods it takes");
    }

    /** Answers the request with this refusal. */
    public Mono<Void> write(ServerWebExchange exchange, Refused refused) {
        return write(exchange, refused, null);
    }

    /** The problem as UTF-8, for an answer that Spring does not write. */
    public static byte[] problem(Refused refused) {
        return JSON.writeValueAsBytes(problem(refused, null));
    }

    private static @Nullable Refused refusalFor(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause())
            if (cause instanceof Refused refused) return refused;
        if (error instanceof AuthenticationServiceException
                || error instanceof WebClientRequestException)
            return Refused.retryAfter(
                    RefusalKind.SERVICE_UNAVAILABLE, 1, "the issuer of tokens cannot be reached");
        if (error instanceof InvalidMediaTypeException)
            return Refused.of(
                    RefusalKind.MALFORMED_REQUEST, "Accept or Content-Type is no media type");
        if (error instanceof ResponseStatusException status) return forStatus(status);
        return null;
    }

    private static @Nullable Refused forStatus(ResponseStatusException error) {
        HttpStatusCode status = error.getStatusCode();
        if (status.value() == 404)
            return Refused.of(RefusalKind.NO_SUCH_ROUTE, "nothing is served under this path");
        if (status.value() == 405) return notAllowed();
        if (status.value() == 413)
            return Refused.of(RefusalKind.BODY_TOO_LARGE, "the body is larger than this takes");
        if (status.is4xxClientError())
            return Refused.of(
                    RefusalKind.MALFORMED_REQUEST,
                    "this method, header or body is not taken here (" + status.value() + ")");
        return null;
    }

    private Mono<Void> defect(ServerWebExchange exchange, Throwable error) {
        String errorId = UUID.randomUUID().toString();
        LOG.error("defect {} in {}", errorId, exchange.getRequest().getMethod(), error);
        Refused refused =
                Refused.of(
                        RefusalKind.INTERNAL_ERROR,
                        "it was logged; ask the operator with the errorId");
        return write(exchange, refused, errorId);
    }

    private static Mono<Void> write(
            ServerWebExchange exchange, Refused refused, @Nullable String errorId) {
        ServerHttpResponse response = exchange.getResponse();
        RefusalKind kind = refused.kind();
        response.setRawStatusCode(kind.status());
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        if (refused.retryAfter() > 0)
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(refused.retryAfter()));
        if (kind == RefusalKind.UNAUTHENTICATED
                && !headers.containsHeader(HttpHeaders.WWW_AUTHENTICATE))
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        byte[] body = JSON.writeValueAsBytes(problem(refused, errorId));
        headers.setContentLength(body.length);
        return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static Map<String, Object> problem(Refused refused, @Nullable String errorId) {
        RefusalKind kind = refused.kind();
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:zhengyou:problem:" + kind);
        problem.put("status", kind.status());
        problem.put("code", kind.name());
        problem.put("title", kind.title());
        problem.put("titleZh", kind.titleZh());
        problem.put("detail", refused.detail());
        if (errorId != null) problem.put("errorId", errorId);
        return problem;
    }
}
