package org.zhengyou.gateway.pages;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.zhengyou.gateway.GatewaySettings;

/**
 * 控制台页面. Every address of the console answers with its one page, which then shows the screen that
 * the address names: so a link can be kept, sent and opened anew. The screens of a service stand
 * under its name.
 */
@Configuration(proxyBeanMethods = false)
public class ConsolePages {
    private static final Resource PAGE = new ClassPathResource("static/index.html");
    private static final Set<String> OF_NO_SERVICE =
            Set.of(
                    "todo", "mine", "board", "search", "meeting", "report", "guide", "setup",
                    "verify");

    @Bean
    RouterFunction<ServerResponse> consolePage(GatewaySettings settings) {
        return RouterFunctions.route(
                GET("/**").and(request -> isScreen(request, settings)),
                request -> ServerResponse.ok().contentType(MediaType.TEXT_HTML).bodyValue(PAGE));
    }

    /** Whether a person opens it in a browser; what a script asks for is not of this kind. */
    private static boolean isScreen(ServerRequest request, GatewaySettings settings) {
        String[] parts = request.path().split("/", 3);
        boolean isNamed =
                parts.length > 1
                        && (OF_NO_SERVICE.contains(parts[1])
                                || settings.services().containsKey(parts[1]));
        return isNamed && request.headers().accept().contains(MediaType.TEXT_HTML);
    }
}
