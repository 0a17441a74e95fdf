package org.zhengyou.gateway.description;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Set;
import org.zhengyou.gateway.refusals.RefusalKind;

/** What the gateway answers, as OpenAPI says it. */
final class Answers {
    static final String PROBLEM_SCHEMA = "Problem";

    private static final String PROBLEM = "application/problem+json";

    private Answers() {}

    /** It may be refused for this. */
    static void refuse(Operation operation, RefusalKind kind) {
        operation.getResponses().addApiResponse(name(kind), new ApiResponse().$ref(name(kind)));
    }

    /** It is answered with this. */
    static Operation good(Operation operation, String mediaType, Schema<?> schema) {
        operation
                .getResponses()
                .addApiResponse(
                        "200",
                        new ApiResponse()
                                .description("Answered.")
                                .content(content(mediaType, schema)));
        return operation;
    }

    /** It leads a browser elsewhere. */
    static Operation led(Operation operation, String where) {
        operation
                .getResponses()
                .addApiResponse(
                        "302",
                        new ApiResponse()
                                .description(where)
                                .addHeaderObject("Location", required("Where to.")));
        return operation;
    }

    /** A refusal of this kind. */
    static ApiResponse refusal(RefusalKind kind) {
        ApiResponse refusal =
                new ApiResponse()
                        .description(kind.title() + " | " + kind.titleZh())
                        .content(
                                content(
                                        PROBLEM,
                                        new Schema<>()
                                                .$ref("#/components/schemas/" + PROBLEM_SCHEMA)));
        if (kind == RefusalKind.UNAUTHENTICATED)
            refusal.addHeaderObject("WWW-Authenticate", required("Bearer."));
        if (kind == RefusalKind.METHOD_NOT_ALLOWED)
            refusal.addHeaderObject("Allow", required("The methods that it takes."));
        return refusal;
    }

    /** What a problem looks like. */
    static Schema<?> problem() {
        Schema<?> problem = typed("object");
        problem.description("RFC 9457; type is urn:zhengyou:problem:<code>.");
        for (String name : new String[] {"type", "code", "title", "titleZh", "detail", "errorId"})
            problem.addProperty(name, typed("string"));
        problem.addProperty("status", typed("integer"));
        problem.required(List.of("type", "status", "code", "title", "titleZh", "detail"));
        return problem;
    }

    private static Header required(String text) {
        return new Header().description(text).required(true).schema(typed("string"));
    }

    /** A value of this type: OpenAPI 3.1 knows sets of types. */
    static Schema<?> typed(String type) {
        return new JsonSchema().types(Set.of(type));
    }

    private static Content content(String mediaType, Schema<?> schema) {
        return new Content().addMediaType(mediaType, new MediaType().schema(schema));
    }

    /** By which a refusal is referred to. */
    static String name(RefusalKind kind) {
        return String.valueOf(kind.status());
    }
}
