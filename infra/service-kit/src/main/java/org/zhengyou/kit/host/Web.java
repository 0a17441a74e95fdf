package org.zhengyou.kit.host;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.function.support.HandlerFunctionAdapter;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.zhengyou.kit.http.ArrivalTime;
import org.zhengyou.kit.http.BareErrors;
import org.zhengyou.kit.http.Problems;
import org.zhengyou.kit.http.ProcessRoutes;
import org.zhengyou.kit.http.RefusedBodies;
import org.zhengyou.kit.http.Resource;
import org.zhengyou.kit.http.Security;
import org.zhengyou.kit.http.ServiceRoutes;
import org.zhengyou.kit.openapi.OpenApiPart;
import org.zhengyou.kit.runtime.Settings;

/**
 * One servlet context on Tomcat with virtual threads and functional routes only. Said bean by bean:
 * what is not here is not started.
 */
@Configuration(proxyBeanMethods = false)
@Import(Security.class)
class Web {
    private static final int CONNECTION_MILLIS = 10_000;
    private static final int KEEP_ALIVE_MILLIS = 60_000;
    private static final int MOST_CONNECTIONS = 2_000;
    private static final int MOST_HEADER_BYTES = 16 << 10;
    // Of somebody who is known, a body that is refused is read to its end all the same: whoever
    // still
    // sends it when the connection closes may lose the answer. No body that may be sent here is
    // larger; of a larger one, and of strangers, see RefusedBodies.
    private static final int MOST_REFUSED_BYTES = ArrivalTime.LARGEST_BODY + 1;
    private static final int SHUTDOWN_MILLIS = 500;

    @Bean
    TomcatServletWebServerFactory tomcat(Settings settings) throws UnknownHostException {
        TomcatServletWebServerFactory tomcat = new TomcatServletWebServerFactory();
        tomcat.setAddress(InetAddress.getByName(settings.bind()));
        tomcat.setPort(settings.port());
        tomcat.setShutdown(Shutdown.GRACEFUL);
        tomcat.setProtocol(RequestDeadline.class.getName());
        tomcat.addEngineValves(new RefusedBodies());
        tomcat.setRegisterDefaultServlet(false);
        tomcat.getSettings().getJsp().setRegistered(false);
        tomcat.addConnectorCustomizers(
                connector -> {
                    if (connector.getProtocolHandler() instanceof RequestDeadline http)
                        limit(http, settings);
                });
        tomcat.addContextCustomizers(
                context -> {
                    if (context.getParent() instanceof StandardHost host)
                        host.setErrorReportValveClass(BareErrors.class.getName());
                });
        return tomcat;
    }

    private static void limit(RequestDeadline http, Settings settings) {
        http.setLimit(settings.receiveLimit());
        http.setMaxConnections(MOST_CONNECTIONS);
        http.setExecutor(new VirtualThreadExecutor("http-"));
        http.setConnectionTimeout(CONNECTION_MILLIS);
        http.setKeepAliveTimeout(KEEP_ALIVE_MILLIS);
        http.setMaxKeepAliveRequests(-1);
        http.setMaxHttpRequestHeaderSize(MOST_HEADER_BYTES);
        http.setMaxSwallowSize(MOST_REFUSED_BYTES);
    }

    @Bean
    DefaultLifecycleProcessor lifecycleProcessor() {
        DefaultLifecycleProcessor lifecycle = new DefaultLifecycleProcessor();
        lifecycle.setTimeoutPerShutdownPhase(SHUTDOWN_MILLIS);
        return lifecycle;
    }

    @Bean
    DispatcherServlet dispatcherServlet() {
        DispatcherServlet servlet = new DispatcherServlet();
        servlet.setPublishEvents(false);
        return servlet;
    }

    @Bean
    ServletRegistrationBean<DispatcherServlet> dispatcher(DispatcherServlet servlet) {
        var registration = new ServletRegistrationBean<>(servlet, "/");
        registration.setName("dispatcher");
        registration.setLoadOnStartup(1);
        return registration;
    }

    @Bean
    ServiceRoutes serviceRoutes(Future<Services> services, PrometheusMeterRegistry meters) {
        Services started = ServiceHost.join(services);
        List<Resource> own = new ProcessRoutes(started::areReady, meters).resources();
        return new ServiceRoutes(started.running(), OpenApiPart.withDocument(own));
    }

    @Bean
    RouterFunctionMapping routes(ServiceRoutes routes) {
        var mapping = new RouterFunctionMapping(routes);
        mapping.setMessageConverters(
                List.of(
                        new ByteArrayHttpMessageConverter(),
                        new StringHttpMessageConverter(StandardCharsets.UTF_8)));
        return mapping;
    }

    @Bean
    HandlerFunctionAdapter handlerFunctionAdapter() {
        return new HandlerFunctionAdapter();
    }

    @Bean
    HandlerExceptionResolver problems() {
        return new Problems();
    }
}
