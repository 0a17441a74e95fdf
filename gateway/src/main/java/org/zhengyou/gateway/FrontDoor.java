package org.zhengyou.gateway;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;

import java.time.Duration;
import org.springframework.boot.reactor.netty.autoconfigure.NettyServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.zhengyou.gateway.access.AccessJournal;
import org.zhengyou.gateway.access.SecureCookies;
import org.zhengyou.gateway.limits.BodyLimit;
import org.zhengyou.gateway.limits.CallerLimits;
import org.zhengyou.gateway.limits.ConnectionLimit;
import org.zhengyou.gateway.refusals.Refusals;
import org.zhengyou.gateway.wire.TrustedProxies;
import org.zhengyou.gateway.wire.Wire;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** The server itself: its threads, its limits, its health and how it says no. */
@Configuration(proxyBeanMethods = false)
class FrontDoor {
    private static final int CONNECTIONS_TO_A_SERVICE = 500;
    // Less than the 20 s after which the services' Tomcat closes an idle connection, so that a
    // request is not sent into one that is just being closed.
    private static final Duration IDLE = Duration.ofSeconds(15);

    /**
     * Threads of this context alone, which end with it at once. Server and clients share them, so
     * that a request mostly stays on one thread.
     */
    @Bean
    ReactorResourceFactory reactorResourceFactory(GatewaySettings settings) {
        ReactorResourceFactory resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        resources.setLoopResourcesSupplier(
                () ->
                        LoopResources.create(
                                "gateway", Runtime.getRuntime().availableProcessors(), true));
        resources.setConnectionProviderSupplier(() -> connections(settings));
        resources.setShutdownQuietPeriod(Duration.ZERO);
        resources.setShutdownTimeout(Duration.ofSeconds(1));
        return resources;
    }

    private static ConnectionProvider connections(GatewaySettings settings) {
        return ConnectionProvider.builder("services")
                .maxConnections(CONNECTIONS_TO_A_SERVICE)
                .pendingAcquireMaxCount(-1)
                .pendingAcquireTimeout(settings.limits().answer())
                .maxIdleTime(IDLE)
                .evictInBackground(IDLE)
                .lifo()
                .build();
    }

    @Bean
    CallerLimits callerLimits(GatewaySettings settings) {
        return new CallerLimits(settings.limits());
    }

    @Bean
    BodyLimit bodyLimit(GatewaySettings settings) {
        return new BodyLimit(settings.limits());
    }

    @Bean
    ConnectionLimit connectionLimit(GatewaySettings settings) {
        return new ConnectionLimit(settings.limits());
    }

    @Bean
    AccessJournal accessJournal(GatewaySettings settings) {
        return new AccessJournal(settings.services().keySet());
    }

    @Bean
    Wire wire(ServerProperties server, NettyServerProperties netty, GatewaySettings settings) {
        return new Wire(
                netty.getMaxInitialLineLength(),
                server.getMaxHttpRequestHeaderSize(),
                settings.limits(),
                TrustedProxies.of(settings.trustedProxies()));
    }

    @Bean
    SecureCookies secureCookies() {
        return new SecureCookies();
    }

    @Bean
    OwnMethods ownMethods() {
        return new OwnMethods();
    }

    @Bean
    Refusals refusals() {
        return new Refusals();
    }

    /** The gateway's own health, and nothing of anybody else's. */
    @Bean
    RouterFunction<ServerResponse> health() {
        return RouterFunctions.route(
                GET("/health"),
                request ->
                        ServerResponse.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .bodyValue("{\"status\":\"UP\"}"));
    }
}
