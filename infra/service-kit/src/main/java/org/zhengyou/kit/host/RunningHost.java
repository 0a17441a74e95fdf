package org.zhengyou.kit.host;

import java.util.List;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.zhengyou.kit.runtime.RunningService;
import org.zhengyou.kit.runtime.ServiceRuntime;

/** Services that run in this process. */
public final class RunningHost implements AutoCloseable {
    private final ServletWebServerApplicationContext context;
    private final Services services;

    RunningHost(ServletWebServerApplicationContext context, Services services) {
        this.context = context;
        this.services = services;
    }

    /** The port they listen on. */
    public int port() {
        WebServer server = context.getWebServer();
        if (server == null) throw new IllegalStateException("it is closed");
        return server.getPort();
    }

    /**
     * The service with this name.
     *
     * @throws IllegalArgumentException if it does not run here
     */
    public ServiceRuntime runtime(String service) {
        for (RunningService running : services.running())
            if (running.service().name().equals(service)) return running;
        throw new IllegalArgumentException("does not run here: " + service);
    }

    /** All of them. */
    public List<? extends ServiceRuntime> runtimes() {
        return services.running();
    }

    /** Lets requests in work finish for half a second, then stops everything. */
    @Override
    public void close() {
        try {
            context.close();
        } finally {
            services.close();
        }
    }
}
