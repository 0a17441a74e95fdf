package org.zhengyou.gateway;

import java.util.Map;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.configuration.SpringDocSpecPropertiesConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springdoc.core.properties.SwaggerUiOAuthProperties;
import org.springdoc.webflux.core.configuration.SpringDocWebFluxConfiguration;
import org.springdoc.webflux.ui.SwaggerConfig;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebSessionIdResolverAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import org.zhengyou.gateway.access.BearerAccess;
import org.zhengyou.gateway.access.BrowserAccess;
import org.zhengyou.gateway.access.IssuerClient;
import org.zhengyou.gateway.description.GatewayDocument;
import org.zhengyou.gateway.pages.ConsolePages;
import org.zhengyou.gateway.routes.Routing;

/**
 * 网关. The front door: the only way in, the same for people and programs.
 *
 * <p>What is configured is named one by one, so that the gateway is the same whatever else lies on
 * the class path: it shares one with the services when everything runs in one process.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewaySettings.class)
@ImportAutoConfiguration({
    CodecsAutoConfiguration.class,
    ConfigurationPropertiesAutoConfiguration.class,
    HttpHandlerAutoConfiguration.class,
    LifecycleAutoConfiguration.class,
    NettyReactiveWebServerAutoConfiguration.class,
    PropertyPlaceholderAutoConfiguration.class,
    SslAutoConfiguration.class,
    WebFluxAutoConfiguration.class,
    WebSessionIdResolverAutoConfiguration.class,
    SpringDocConfigProperties.class,
    SpringDocConfiguration.class,
    SpringDocSpecPropertiesConfiguration.class,
    SpringDocWebFluxConfiguration.class,
    SwaggerConfig.class,
    SwaggerUiConfigProperties.class,
    SwaggerUiOAuthProperties.class,
})
@Import({
    FrontDoor.class,
    Routing.class,
    ConsolePages.class,
    GatewayDocument.class,
    IssuerClient.class,
    BearerAccess.class,
    BrowserAccess.class
})
public class GatewayApplication {

    /** Why a start failed is said once, by whoever starts. */
    private static final Map<String, Object> DEFAULTS =
            Map.of(
                    "spring.config.name", "gateway",
                    "logging.level.org.springframework.boot.SpringApplication", "off",
                    "logging.level.org.springframework.boot.diagnostics", "off",
                    "logging.level.org.springframework.boot.web.server", "error");

    /**
     * Runs the gateway by itself; everything it needs to know is in environment variables. If it
     * cannot start, it says why in one line and ends with 1.
     */
    public static void main(String[] args) {
        try {
            application().run(args);
        } catch (RuntimeException e) {
            System.err.println(
                    "zhengyou: " + NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            System.exit(1);
        }
    }

    /**
     * Starts the gateway beside other things in one process; the caller closes it.
     *
     * @param properties by the names of the environment variables in {@code gateway.yml}, over
     *     which they take precedence
     */
    public static ConfigurableApplicationContext start(Map<String, Object> properties) {
        SpringApplication application = application();
        application.setRegisterShutdownHook(false);
        return application.run(
                properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new));
    }

    private static SpringApplication application() {
        SpringApplication application = new SpringApplication(GatewayApplication.class);
        application.setWebApplicationType(WebApplicationType.REACTIVE);
        application.setDefaultProperties(DEFAULTS);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        return application;
    }
}
