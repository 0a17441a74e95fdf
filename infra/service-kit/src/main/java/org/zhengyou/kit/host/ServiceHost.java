package org.zhengyou.kit.host;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.kafka.KafkaLink;
import org.zhengyou.kit.runtime.PartFactory;
import org.zhengyou.kit.runtime.Settings;

/** Runs one service or many in this process: one Tomcat, one database per service. */
public final class ServiceHost {
    // Why a start failed is said once, by whoever starts.
    private static final Map<String, Object> LOGGING =
            Map.of(
                    "logging.level.org.mongodb.driver", "warn",
                    "logging.level.org.springframework.boot.SpringApplication", "off",
                    "logging.level.org.springframework.boot.diagnostics", "off",
                    "logging.level.org.springframework.boot.web.server", "error");

    private ServiceHost() {}

    /**
     * Runs one service until the process is asked to end. What it needs to know comes from the
     * environment, see {@link Settings}. If it cannot start, it says why in one line and ends the
     * process with 1.
     */
    public static void main(Service service, String[] args) {
        RunningHost host = startOrSay(service, Map.of(), System.err);
        if (host == null) System.exit(1);
        else runToTheEnd(host);
    }

    /**
     * Starts a service that runs by itself.
     *
     * @param properties as of {@link #start(List, Map)}
     * @return null if it could not be started, after one line that says why
     */
    static @Nullable RunningHost startOrSay(
            Service service, Map<String, Object> properties, PrintStream errors) {
        try {
            KafkaLink.requireAccess(
                    Settings.from(
                            name -> {
                                Object given = properties.get(name);
                                return given == null ? System.getenv(name) : given.toString();
                            }));
            return start(List.of(service), properties);
        } catch (RuntimeException e) {
            errors.println("zhengyou: " + Failures.words(e));
            return null;
        }
    }

    private static void runToTheEnd(RunningHost host) {
        CountDownLatch end = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    host.close();
                                    end.countDown();
                                },
                                "shutdown"));
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Starts these services with all that belongs to one.
     *
     * @param properties named like the environment variables in {@link Settings}; they win over the
     *     environment
     * @throws RuntimeException what the first thing threw that could not be started; everything
     *     else is stopped again
     */
    public static RunningHost start(List<Service> services, Map<String, Object> properties) {
        return start(services, properties, StandardParts.ALL);
    }

    /** As {@link #start(List, Map)}, with these parts for each service. */
    public static RunningHost start(
            List<Service> services, Map<String, Object> properties, List<PartFactory> parts) {
        Starting starting = new Starting(services, parts);
        SpringApplication application = new SpringApplication(Web.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(LOGGING);
        application.addInitializers(context -> starting.begin(context, properties));
        try {
            var context = (ServletWebServerApplicationContext) application.run();
            return new RunningHost(context, join(starting.services()));
        } catch (RuntimeException | Error e) {
            starting.abort();
            throw e;
        }
    }

    static <T> T join(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException("not started", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", e);
        }
    }
}
