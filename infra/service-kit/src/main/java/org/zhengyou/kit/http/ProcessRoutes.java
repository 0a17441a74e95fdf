package org.zhengyou.kit.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.BooleanSupplier;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What a process answers about itself: whether it is well, and its measurements. */
public final class ProcessRoutes {
    static final String HEALTH = "/health";
    static final String HEALTH_PATTERN = HEALTH + "/**";
    static final String METRICS = "/prometheus";

    private final BooleanSupplier ready;
    private final PrometheusMeterRegistry meters;

    /**
     * Routes of one process.
     *
     * @param ready whether requests can be answered now; may take a second
     */
    public ProcessRoutes(BooleanSupplier ready, PrometheusMeterRegistry meters) {
        this.ready = ready;
        this.meters = meters;
    }

    /**
     * {@code /health/liveness}: the process runs; {@code /health/readiness} and {@code /health}: it
     * can answer; {@code /prometheus}: measurements, for operators and auditors.
     */
    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET(HEALTH + "/liveness", request -> health(true))
                .GET(HEALTH + "/readiness", request -> health(ready.getAsBoolean()))
                .GET(HEALTH, request -> health(ready.getAsBoolean()))
                .GET(METRICS, this::metrics)
                .build();
    }

    private static ServerResponse health(boolean up) {
        return up
                ? JsonAnswer.of(200, "{\"status\":\"UP\"}")
                : JsonAnswer.of(503, "{\"status\":\"OUT_OF_SERVICE\"}");
    }

    private ServerResponse metrics(ServerRequest request) {
        return ServerResponse.ok()
                .contentType(MediaType.parseMediaType("text/plain;version=0.0.4;charset=utf-8"))
                .body(meters.scrape());
    }
}
