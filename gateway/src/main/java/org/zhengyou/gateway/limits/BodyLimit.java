package org.zhengyou.gateway.limits;

import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.zhengyou.gateway.GatewaySettings;
import org.zhengyou.gateway.refusals.RefusalKind;
import org.zhengyou.gateway.refusals.Refused;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Refuses bodies that are too large: by their declared length before a byte is read, and those
 * without one (chunked) as soon as they pass the limit. Nothing is kept in memory: a body that
 * turns out too large breaks off on its way to the service, which then sees no complete request.
 */
public final class BodyLimit implements WebFilter, Ordered {
    private final long limit;
    private final long importLimit;
    private final long documentLimit;

    /** Limits as set. */
    public BodyLimit(GatewaySettings.Limits limits) {
        this.limit = limits.body().toBytes();
        this.importLimit = limits.importBody().toBytes();
        this.documentLimit = limits.documentBody().toBytes();
    }

    /** Comes before everything that might read a body. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 10;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        HttpHeaders headers = request.getHeaders();
        long length = headers.getContentLength();
        if (length < 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING))
            return chain.filter(exchange);
        long max = limitOf(request.getURI().getRawPath());
        if (length > max) return Mono.error(tooLarge(max));
        if (length >= 0) return chain.filter(exchange);
        return chain.filter(exchange.mutate().request(new Counted(request, max)).build());
    }

    private long limitOf(String path) {
        if (!path.startsWith("/api/")) return limit;
        int service = path.indexOf('/', "/api/".length());
        if (service > 0 && path.startsWith("/imports/", service)) return importLimit;
        return service > 0 && path.substring(service).equals("/documents") ? documentLimit : limit;
    }

    private static Refused tooLarge(long max) {
        return Refused.of(
                RefusalKind.BODY_TOO_LARGE,
                "a body may have up to " + DataSize.ofBytes(max).toKilobytes() + " KiB here");
    }

    /** A request whose body is counted while it flows. */
    private static final class Counted extends ServerHttpRequestDecorator {
        private final long max;

        Counted(ServerHttpRequest request, long max) {
            super(request);
            this.max = max;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return Flux.defer(
                    () -> {
                        long[] seen = {0};
                        return super.getBody()
                                .handle(
                                        (part, sink) -> {
                                            seen[0] += part.readableByteCount();
                                            if (seen[0] <= max) {
                                                sink.next(part);
                                                return;
                                            }
                                            DataBufferUtils.release(part);
                                            sink.error(tooLarge(max));
                                        });
                    });
        }
    }
}
