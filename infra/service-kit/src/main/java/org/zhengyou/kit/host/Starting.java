package org.zhengyou.kit.host;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.runtime.PartFactory;
import org.zhengyou.kit.runtime.Settings;

/** The start of a process: the services start while Spring still puts the web server together. */
final class Starting {
    private static final Logger LOG = LoggerFactory.getLogger(Starting.class);

    private final List<Service> services;
    private final List<PartFactory> parts;
    private @Nullable FutureTask<Services> task;

    Starting(List<Service> services, List<PartFactory> parts) {
        this.services = List.copyOf(services);
        this.parts = List.copyOf(parts);
    }

    /** Called with the prepared context, before it is refreshed. */
    void begin(ConfigurableApplicationContext context, Map<String, Object> properties) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("given", properties));
        Settings settings = Settings.from(context.getEnvironment()::getProperty);
        PrometheusMeterRegistry meters = meters();
        FutureTask<Services> starting =
                new FutureTask<>(() -> Services.start(services, settings, meters, parts));
        task = starting;
        Thread.ofPlatform().name("services").start(starting);
        var beans = context.getBeanFactory();
        beans.registerSingleton("settings", settings);
        beans.registerSingleton("meters", meters);
        beans.registerSingleton("services", starting);
    }

    Future<Services> services() {
        if (task == null) throw new IllegalStateException("not begun");
        return task;
    }

    /** Stops what was started. */
    void abort() {
        if (task != null) closeIfStarted(task);
    }

    private static void closeIfStarted(FutureTask<Services> starting) {
        try {
            ServiceHost.join(starting).close();
        } catch (RuntimeException e) {
            // It failed to start, stopped itself, and the caller is told why.
            LOG.debug("not started", e);
        }
    }

    private static PrometheusMeterRegistry meters() {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        new UptimeMetrics().bindTo(meters);
        return meters;
    }
}
