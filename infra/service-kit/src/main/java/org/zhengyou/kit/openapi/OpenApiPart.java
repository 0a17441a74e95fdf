package org.zhengyou.kit.openapi;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhengyou.kit.http.JsonAnswer;
import org.zhengyou.kit.runtime.Part;
import org.zhengyou.kit.runtime.ServiceRuntime;

/** 接口说明. {@code GET /{service}/openapi.json}; made when it is first asked for. */
public final class OpenApiPart implements Part {
    private final ServiceRuntime runtime;
    private byte @Nullable [] document;

    /** The description of one service. */
    public OpenApiPart(ServiceRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET(
                        "/" + runtime.service().name() + "/openapi.json",
                        request -> JsonAnswer.ok(document()))
                .build();
    }

    private synchronized byte[] document() {
        byte[] made = document;
        if (made == null) {
            made =
                    runtime.shownJson()
                            .writeValueAsBytes(
                                    OpenApiDocument.of(runtime.service(), runtime.names()));
            document = made;
        }
        return made;
    }
}
