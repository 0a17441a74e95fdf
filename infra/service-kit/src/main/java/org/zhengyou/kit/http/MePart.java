package org.zhengyou.kit.http;

import java.time.Instant;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhengyou.kit.runtime.Part;
import org.zhengyou.kit.runtime.ServiceRuntime;

/**
 * 本人. {@code GET /{service}/me}: who asks, what they hold now, what they may do in this service.
 */
public final class MePart implements Part {
    private final ServiceRuntime runtime;

    /** What one service says of whoever asks. */
    public MePart(ServiceRuntime runtime) {
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
                        "/" + runtime.service().name() + "/me",
                        request -> JsonAnswer.ok(runtime.shownJson(), me()))
                .build();
    }

    private Me me() {
        Instant now = runtime.log().clock().instant();
        return Me.of(Actors.current(), now, runtime.knowledge(), runtime.names().commands());
    }
}
