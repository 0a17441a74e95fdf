package org.zhengyou.kit.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.zhengyou.kit.kafka.DeadLetters;
import org.zhengyou.kit.kafka.KafkaLink;
import org.zhengyou.kit.streaming.LogProcessor;
import org.zhengyou.log.StoredEvent;

/** Measurements of the live views of one service. */
final class ViewMeters {
    private final MeterRegistry registry;
    private final String service;
    private final Clock clock;
    private final Timer visible;

    ViewMeters(MeterRegistry registry, String service, Clock clock) {
        this.registry = registry;
        this.service = service;
        this.clock = clock;
        this.visible =
                Timer.builder("zhengyou.visible")
                        .description("From an event's recording to its being in all views")
                        .tag("service", service)
                        .publishPercentileHistogram()
                        .register(registry);
    }

    /** These own events are in all views now. */
    void visible(List<StoredEvent> events) {
        long now = clock.millis();
        for (StoredEvent event : events)
            visible.record(Duration.ofMillis(now - event.recordedAt().toEpochMilli()));
    }

    /** Shows how far a processor is behind. */
    void watch(LogProcessor processor) {
        Gauge.builder("zhengyou.processor.lag", processor, LogProcessor::lag)
                .description("Events in the log that are not handled; NaN where another works")
                .tag("service", service)
                .tag("processor", processor.name())
                .register(registry);
    }

    /** Shows of how many sources nothing more is taken. */
    void watch(KafkaLink kafka) {
        Gauge.builder("zhengyou.sources.stopped", kafka, link -> link.stopped().size())
                .description("Sources whose log is not the one that it was")
                .tag("service", service)
                .register(registry);
    }

    /** Shows how many records from Kafka were not taken. */
    void watch(DeadLetters letters) {
        Gauge.builder("zhengyou.unreadable", letters, DeadLetters::count)
                .description("Records from Kafka that are no event or not signed by their source")
                .tag("service", service)
                .register(registry);
    }

    /** Shows how many rows stay due. */
    void watch(Deadlines deadlines) {
        Gauge.builder("zhengyou.deadlines.stuck", deadlines, Deadlines::stuck)
                .description("Rows that stay due in spite of their deadline")
                .tag("service", service)
                .register(registry);
    }

    /** Shows how much is parked. */
    void watch(Parking parking) {
        Gauge.builder("zhengyou.parked", parking, Parking::count)
                .description("Facts that wait for somebody to look at them")
                .tag("service", service)
                .register(registry);
    }
}
