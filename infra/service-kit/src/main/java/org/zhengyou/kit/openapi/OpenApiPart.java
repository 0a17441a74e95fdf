package org.zhengyou.kit.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhengyou.kit.http.Content;
import org.zhengyou.kit.http.JsonAnswer;
import org.zhengyou.kit.http.Operation;
import org.zhengyou.kit.http.Resource;
import org.zhengyou.kit.http.ServiceRoutes;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.runtime.Part;
import org.zhengyou.kit.runtime.ServiceRuntime;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** 接口说明. {@code GET /{service}/openapi.json}: drawn from everything that is answered. */
public final class OpenApiPart implements Part {
    private static final JsonMapper JSON = Json.tolerant();

    private final ServiceRuntime runtime;

    /** The description of one service. */
    public OpenApiPart(ServiceRuntime runtime) {
        this.runtime = runtime;
    }

    /** What is promised of a description below this path. */
    static Operation operation(String path) {
        return Operation.get(path + "/openapi.json")
                .called("description", "everything that is answered here")
                .saying("This document, OpenAPI 3.1.")
                .answering(new Content.Described());
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public List<Resource> resources() {
        return List.of(
                new Resource(
                        operation("/" + runtime.service().name()),
                        new Once(() -> OpenApiDocument.of(runtime, ServiceRoutes.of(runtime)))));
    }

    /** The resources of a process, and their description. */
    public static List<Resource> withDocument(List<Resource> own) {
        List<Resource> all = new ArrayList<>(own);
        all.add(
                new Resource(
                        operation(""),
                        new Once(
                                () ->
                                        OpenApiDocument.ofProcess(
                                                all.stream().map(Resource::operation).toList()))));
        return List.copyOf(all);
    }

    /** Made when it is first asked for. */
    private static final class Once implements HandlerFunction<ServerResponse> {
        private final Supplier<ObjectNode> document;
        private byte @Nullable [] made;

        Once(Supplier<ObjectNode> document) {
            this.document = document;
        }

        @Override
        public ServerResponse handle(ServerRequest request) {
            return JsonAnswer.ok(text());
        }

        private synchronized byte[] text() {
            byte[] known = made;
            if (known == null) {
                known = JSON.writeValueAsBytes(document.get());
                made = known;
            }
            return known;
        }
    }
}
