package org.zhengyou.kit.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.http.MediaType;
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
     * How a process is.
     *
     * @param status {@code UP}
     */
    record Health(String status) {}

    /**
     * {@code /health/liveness}: the process runs; {@code /health/readiness} and {@code /health}: it
     * can answer; {@code /prometheus}: measurements, for operators and auditors.
     */
    public List<Resource> resources() {
        return List.of(
                health("/liveness", "whether the process runs", () -> true),
                health("/readiness", "whether it can answer", ready),
                health("", "whether it is well", ready),
                new Resource(
                        Operation.get(METRICS)
                                .called("process", "measurements")
                                .saying(
                                        "In the text format of Prometheus; for operators and auditors.")
                                .refusing(403)
                                .answering(new Content.Plain(MediaType.TEXT_PLAIN_VALUE)),
                        this::metrics));
    }

    private static Resource health(String which, String name, BooleanSupplier up) {
        return new Resource(
                Operation.get(HEALTH + which)
                        .called("process", name)
                        .saying("Open to everybody. 503 if it is not so.")
                        .open()
                        .answering(Content.json(Health.class)),
                request -> health(up.getAsBoolean()));
    }

    private static ServerResponse health(boolean up) {
        if (!up) throw ProblemException.of(ProblemKind.NOT_AVAILABLE, "not ready; try again");
        return JsonAnswer.ok("{\"status\":\"UP\"}".getBytes(StandardCharsets.UTF_8));
    }

    private ServerResponse metrics(ServerRequest request) {
        return ServerResponse.ok()
                .contentType(MediaType.parseMediaType("text/plain;version=0.0.4;charset=utf-8"))
                .body(meters.scrape());
    }
}
