package org.zhengyou.kit.runtime;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.zhengyou.log.EventLog;

/** Measurements of one log: where it ends, and how many events go in at a time. */
final class LogMeters {
    private final EventLog log;
    private final AtomicLong seen;
    private final DistributionSummary batch;

    private LogMeters(EventLog log, DistributionSummary batch) {
        this.log = log;
        this.seen = new AtomicLong(log.head());
        this.batch = batch;
    }

    /** Measures this log until the returned listening is closed. */
    static AutoCloseable measure(
            EventLog log, String name, String service, MeterRegistry registry) {
        Gauge.builder("zhengyou.log.head", log, EventLog::head)
                .description("Position of the last event")
                .tag("service", service)
                .tag("log", name)
                .register(registry);
        DistributionSummary batch =
                DistributionSummary.builder("zhengyou.log.batch")
                        .description("Events that readers were told of at a time: group commit")
                        .baseUnit("events")
                        .tag("service", service)
                        .tag("log", name)
                        .register(registry);
        return log.onAppend(new LogMeters(log, batch)::grown);
    }

    private void grown() {
        long now = log.head();
        long before = seen.getAndAccumulate(now, Math::max);
        if (now > before) batch.record((double) (now - before));
    }
}
