package org.zhengyou.gateway.routes;

import io.netty.channel.ChannelOption;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.GlobalCorsProperties;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyRoutingFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.handler.RoutePredicateHandlerMapping;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.zhengyou.gateway.GatewaySettings;
import org.zhengyou.gateway.limits.CallerLimits;
import reactor.netty.http.client.HttpClient;

/**
 * Puts the parts of Spring Cloud Gateway together that these routes need, and no others: its auto
 * configuration brings filters that copy headers and look for things on every request.
 */
@Configuration(proxyBeanMethods = false)
public class Routing {
    private static final int CONNECT_MILLIS = 2_000;

    @Bean
    ServiceRoutes serviceRoutes(GatewaySettings settings) {
        return new ServiceRoutes(settings);
    }

    @Bean
    RoutePredicateHandlerMapping routePredicateHandlerMapping(
            FilteringWebHandler handler, ServiceRoutes routes, Environment environment) {
        RoutePredicateHandlerMapping mapping =
                new RoutePredicateHandlerMapping(
                        handler, routes, new GlobalCorsProperties(), environment);
        mapping.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return mapping;
    }

    @Bean
    FilteringWebHandler filteringWebHandler(List<GlobalFilter> filters) {
        return new FilteringWebHandler(filters, true);
    }

    @Bean
    KnownCaller knownCaller(CallerLimits limits, ReactiveOAuth2AuthorizedClientManager clients) {
        return new KnownCaller(limits, new SessionToken(clients));
    }

    @Bean
    Breakers breakers(GatewaySettings settings) {
        return new Breakers(settings);
    }

    @Bean
    ServiceAddress serviceAddress() {
        return new ServiceAddress();
    }

    @Bean
    ServiceHeaders serviceHeaders() {
        return new ServiceHeaders();
    }

    @Bean
    AnswerHeaders answerHeaders() {
        return new AnswerHeaders();
    }

    /** Nothing is retried, not even a request that met a closing connection: it may be a POST. */
    @Bean
    HttpClient serviceClient(ReactorResourceFactory resources) {
        return HttpClient.create(resources.getConnectionProvider())
                .runOn(resources.getLoopResources())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .disableRetry(true)
                .followRedirect(false);
    }

    @Bean
    NettyRoutingFilter nettyRoutingFilter(
            HttpClient client, ObjectProvider<List<HttpHeadersFilter>> headers) {
        return new NettyRoutingFilter(client, headers, new HttpClientProperties());
    }

    @Bean
    NettyWriteResponseFilter nettyWriteResponseFilter(
            ObjectProvider<List<HttpHeadersFilter>> headers) {
        return new NettyWriteResponseFilter(List.of(MediaType.TEXT_EVENT_STREAM), headers);
    }
}
