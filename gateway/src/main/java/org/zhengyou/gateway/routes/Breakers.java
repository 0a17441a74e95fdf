package org.zhengyou.gateway.routes;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.zhengyou.gateway.GatewaySettings;
import org.zhengyou.gateway.refusals.RefusalKind;
import org.zhengyou.gateway.refusals.Refused;
import reactor.core.publisher.Mono;
import reactor.netty.channel.ChannelOperations;

/**
 * Leaves a service alone for a while when it fails: by no connection, no answer in time, or 502,
 * 503. A client's mistake is no failure of the service, nor is its 504: it says that what a request
 * waited for did not come in time. Nothing is ever sent twice.
 */
final class Breakers implements GlobalFilter, Ordered {
    private final Map<String, CircuitBreaker> byService;
    private final long openSeconds;

    Breakers(GatewaySettings settings) {
        GatewaySettings.Breaker when = settings.breaker();
        CircuitBreakerRegistry registry =
                CircuitBreakerRegistry.of(
                        CircuitBreakerConfig.custom()
                                .slidingWindowSize(when.window())
                                .minimumNumberOfCalls(when.minimumCalls())
                                .failureRateThreshold(when.failurePercent())
                                .waitDurationInOpenState(when.openFor())
                                .permittedNumberOfCallsInHalfOpenState(3)
                                .maxWaitDurationInHalfOpenState(Duration.ofSeconds(30))
                                .writableStackTraceEnabled(false)
                                .build());
        byService =
                settings.services().keySet().stream()
                        .collect(Collectors.toMap(Function.identity(), registry::circuitBreaker));
        openSeconds = when.openFor().toSeconds();
    }

    /** Inside of the filter that writes the answer: the outcome is known by the answer's status. */
    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        String service = String.valueOf(route.getMetadata().get(ServiceRoutes.SERVICE));
        CircuitBreaker breaker = Objects.requireNonNull(byService.get(service));
        if (!breaker.tryAcquirePermission()) return Mono.error(leftAlone(service));
        long start = System.nanoTime();
        return chain.filter(exchange)
                .doOnSuccess(done -> answered(breaker, start, exchange))
                .onErrorMap(error -> failed(breaker, start, exchange, service, error))
                .doOnCancel(breaker::releasePermission);
    }

    private static void answered(CircuitBreaker breaker, long start, ServerWebExchange exchange) {
        long nanos = System.nanoTime() - start;
        if (isFailure(exchange.getResponse().getStatusCode()))
            breaker.onError(nanos, TimeUnit.NANOSECONDS, new ServiceFailure());
        else breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
    }

    private static boolean isFailure(@Nullable HttpStatusCode status) {
        return status != null && (status.value() == 502 || status.value() == 503);
    }

    private static Throwable failed(
            CircuitBreaker breaker,
            long start,
            ServerWebExchange exchange,
            String service,
            Throwable error) {
        if (clientIsGone(exchange)) {
            breaker.releasePermission();
            return error;
        }
        Throwable reason = ServiceFailure.reasonOf(service, error);
        boolean serviceFailed = reason instanceof Refused refused && refused.kind().status() >= 502;
        if (serviceFailed) breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, error);
        else breaker.releasePermission();
        return reason;
    }

    private static boolean clientIsGone(ServerWebExchange exchange) {
        Object request = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
        return request instanceof ChannelOperations<?, ?> operations
                && !operations.channel().isActive();
    }

    private Refused leftAlone(String service) {
        return Refused.retryAfter(
                RefusalKind.SERVICE_UNAVAILABLE,
                openSeconds,
                service + " has been failing and is left alone for a while; nothing was sent");
    }
}
