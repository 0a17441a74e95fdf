package org.zhengyou.kit.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.runtime.CommandEnvelope;
import org.zhengyou.kit.runtime.CommandResult;
import org.zhengyou.kit.runtime.ServiceRuntime;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /{service}/commands/{Name}}: the commands of one service. */
final class CommandEndpoint {
    private static final JsonMapper ANSWER = Json.tolerant();

    private final ServiceRuntime runtime;
    private final Duration patience;
    private final Map<String, HandlerFunction<ServerResponse>> handlers = new HashMap<>();

    CommandEndpoint(ServiceRuntime runtime) {
        this.runtime = runtime;
        this.patience = runtime.settings().requestLimit().dividedBy(2);
        Shapes shapes = CommandBody.shapes();
        runtime.names()
                .commands()
                .forEach(
                        (name, type) -> {
                            CommandBody body = new CommandBody(type, shapes);
                            handlers.put(name, request -> answer(request, body));
                        });
    }

    /** The handler of the command with this name. */
    Optional<HandlerFunction<ServerResponse>> handler(String name) {
        return Optional.ofNullable(handlers.get(name));
    }

    private ServerResponse answer(ServerRequest request, CommandBody body) {
        HttpServletRequest servlet = request.servletRequest();
        MediaTypes.sendsJson(servlet);
        MediaTypes.acceptsJson(servlet);
        Actor actor = Actors.current();
        if (actor.roles().contains(Actor.AUDITOR))
            throw ProblemException.of(
                    ProblemKind.NOT_PERMITTED, "an auditor reads everything and changes nothing");
        FieldErrors errors = new FieldErrors();
        CommandRequest said = CommandRequest.of(servlet, body.command(), errors);
        Object command = body.read(CommandRequest.body(servlet, CommandBody.MOST_BYTES), errors);
        errors.check();
        if (command == null) throw new IllegalStateException("no command and no error");
        said.after().forEach(this::await);
        var envelope =
                new CommandEnvelope(
                        command,
                        actor,
                        said.effectiveAt(),
                        said.key(),
                        said.correlation(),
                        null,
                        said.onBehalfOf(),
                        said.document());
        if (said.preview())
            return JsonAnswer.ok(runtime.shownJson(), runtime.commands().preview(envelope));
        CommandResult result = runtime.commands().send(envelope);
        DoorJournal.recorded(servlet, result);
        return JsonAnswer.ok(ANSWER, result);
    }

    private void await(After after) {
        if (!runtime.knowledge().await(after.source(), after.position(), patience))
            throw ProblemException.of(
                    ProblemKind.TIME_LIMIT_EXCEEDED,
                    "nothing was done: "
                            + after.source()
                            + ':'
                            + after.position()
                            + " is not known here yet; send it again with the same"
                            + " Idempotency-Key");
    }
}
