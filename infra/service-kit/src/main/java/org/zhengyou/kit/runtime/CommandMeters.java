package org.zhengyou.kit.runtime;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.zhengyou.kit.decide.RefusalCode;

/** Measurements of the command path of one service. Meters are looked up once, not per command. */
final class CommandMeters {
    private final MeterRegistry registry;
    private final String service;
    private final Map<Class<?>, Timer> latency = new ConcurrentHashMap<>();
    private final Map<RefusalCode, Counter> refusals = new ConcurrentHashMap<>();
    private final Counter conflicts;
    private final Timer append;

    CommandMeters(MeterRegistry registry, String service) {
        this.registry = registry;
        this.service = service;
        this.conflicts =
                Counter.builder("zhengyou.command.conflicts")
                        .description("Decisions taken again because others were faster")
                        .tag("service", service)
                        .register(registry);
        this.append =
                Timer.builder("zhengyou.append")
                        .description("From the decision to the acknowledged append")
                        .tag("service", service)
                        .register(registry);
    }

    void appended(long startNanos) {
        append.record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
    }

    void done(Class<?> command, long startNanos) {
        latency.computeIfAbsent(command, this::timer)
                .record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
    }

    void refused(RefusalCode code, Class<?> command, long startNanos) {
        done(command, startNanos);
        refusals.computeIfAbsent(code, this::refusals).increment();
    }

    void conflict() {
        conflicts.increment();
    }

    private Timer timer(Class<?> command) {
        return Timer.builder("zhengyou.command")
                .description("From the command's arrival to its answer, waiting included")
                .tag("service", service)
                .tag("command", command.getSimpleName())
                .register(registry);
    }

    private Counter refusals(RefusalCode code) {
        return Counter.builder("zhengyou.refusals")
                .description("Commands that a rule said no to")
                .tag("service", service)
                .tag("code", code.name())
                .register(registry);
    }
}
