package org.zhengyou.gateway.description;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengyou.gateway.refusals.RefusalKind;

/**
 * 网关接口说明. The addresses that the gateway answers itself; those of services are described by the
 * services. SpringDoc serves it.
 */
@Configuration(proxyBeanMethods = false)
public class GatewayDocument {
    private static final String TOKEN = "token";
    private static final String SESSION = "session";
    private static final String JSON = "application/json";
    private static final String HTML = "text/html";
    private static final String TO_SIGN_IN =
            "To the sign-in, of a browser in which nobody is signed in.";

    /** Statuses that anybody may be answered anywhere. */
    private static final Set<Integer> EVERYWHERE =
            Set.of(400, 401, 404, 405, 408, 413, 414, 429, 431, 500, 503);

    @Bean
    OpenAPI gatewayOpenApi() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Zhengyou gateway")
                                .version("1")
                                .description(
                                        "What the gateway answers itself. /api/{service}/… is"
                                                + " answered by the services, each with a document"
                                                + " of its own. GET is answered to HEAD as well."))
                .servers(List.of(new Server().url("/")))
                .security(List.of(anyOf(TOKEN), anyOf(SESSION)))
                .paths(paths())
                .components(components());
    }

    private static Paths paths() {
        return new Paths()
                .addPathItem("/health", get(health()))
                .addPathItem("/", get(page("console", "The console, for people.")))
                .addPathItem(
                        "/docs",
                        get(
                                Answers.led(
                                        operation(
                                                "description page",
                                                "Leads to the page on which all"
                                                        + " documents are shown."),
                                        "To the page.")))
                .addPathItem("/docs/gateway", get(description()))
                .addPathItem("/oauth2/authorization/zhengyou", get(signIn()))
                .addPathItem("/login/oauth2/code/zhengyou", get(back()))
                .addPathItem("/logout", new PathItem().post(signOut()));
    }

    private static Operation health() {
        Schema<?> health = Answers.typed("object");
        health.addProperty("status", Answers.typed("string"));
        health.required(List.of("status"));
        return Answers.good(
                        operation("health", "Whether the gateway runs; open to everybody."),
                        JSON,
                        health)
                .security(List.of());
    }

    private static Operation description() {
        Operation description =
                Answers.good(
                        operation("description", "This document, OpenAPI 3.1."),
                        JSON,
                        Answers.typed("object"));
        return Answers.led(description, TO_SIGN_IN);
    }

    private static Operation page(String id, String text) {
        Operation page = Answers.good(operation(id, text), HTML, Answers.typed("string"));
        return Answers.led(page, TO_SIGN_IN);
    }

    private static Operation signIn() {
        return Answers.led(
                        operation("sign in", "Leads a browser to the issuer, and from there back."),
                        "To the issuer.")
                .security(List.of());
    }

    private static Operation back() {
        Operation back =
                operation(
                        "signed in",
                        "Where the issuer sends a browser back to: it is given a session.");
        for (String name : new String[] {"code", "state", "error"})
            back.addParametersItem(
                    new Parameter()
                            .name(name)
                            .in("query")
                            .description("As the issuer says it.")
                            .schema(Answers.typed("string")));
        return Answers.led(back, "To the page that was asked for.").security(List.of());
    }

    private static Operation signOut() {
        Operation out =
                operation(
                        "sign out",
                        "Ends the session of a browser, here and at the issuer. With X-XSRF-TOKEN,"
                                + " unless the session has ended already.");
        Answers.refuse(out, RefusalKind.NOT_PERMITTED);
        return Answers.led(out, "To the issuer, which leads back here.")
                .security(List.of(anyOf(SESSION)));
    }

    private static PathItem get(Operation operation) {
        return new PathItem().get(operation);
    }

    private static Operation operation(String id, String text) {
        Operation operation =
                new Operation()
                        .operationId("gateway: " + id)
                        .summary(id)
                        .description(text)
                        .responses(new ApiResponses());
        for (RefusalKind kind : RefusalKind.values())
            if (EVERYWHERE.contains(kind.status())) Answers.refuse(operation, kind);
        return operation;
    }

    private static Components components() {
        Components components =
                new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT"))
                        .addSecuritySchemes(
                                SESSION,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name("ZHENGYOU_SESSION"))
                        .addSchemas(Answers.PROBLEM_SCHEMA, Answers.problem());
        for (RefusalKind kind : RefusalKind.values())
            components.addResponses(Answers.name(kind), Answers.refusal(kind));
        return components;
    }

    private static SecurityRequirement anyOf(String scheme) {
        return new SecurityRequirement().addList(scheme);
    }
}
