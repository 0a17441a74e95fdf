package org.zhengyou.kit.http;

import java.time.Instant;
import java.util.List;
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

    /** What is promised of it. */
    public static Operation operation(String service) {
        return Operation.get("/" + service + "/me")
                .called("me", "who asks and what they may do")
                .saying(
                        "本人: person, roles of the token, offices and seats held now with the functions"
                                + " they carry and the commands these allow, and the commands that"
                                + " need no office.")
                .answering(Content.json(Me.class));
    }

    @Override
    public List<Resource> resources() {
        return List.of(
                new Resource(
                        operation(runtime.service().name()),
                        request -> JsonAnswer.ok(runtime.shownJson(), me())));
    }

    private Me me() {
        Instant now = runtime.log().clock().instant();
        return Me.of(Actors.current(), now, runtime.knowledge(), runtime.names().commands());
    }
}
