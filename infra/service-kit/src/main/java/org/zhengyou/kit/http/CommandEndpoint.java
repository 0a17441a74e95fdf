package org.zhengyou.kit.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.decide.Undisclosed;
import org.zhengyou.kit.json.Json;
import org.zhengyou.kit.runtime.CommandEnvelope;
import org.zhengyou.kit.runtime.CommandResult;
import org.zhengyou.kit.runtime.Preview;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.kit.streaming.CommandsUnderWay;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /{service}/commands/{Name}}: the commands of one service. */
public final class CommandEndpoint {
    private static final JsonMapper ANSWER = Json.tolerant();

    private final ServiceRuntime runtime;
    private final Duration patience;

    CommandEndpoint(ServiceRuntime runtime) {
        this.runtime = runtime;
        this.patience = runtime.settings().requestLimit().dividedBy(2);
    }

    /** What is promised of the command with this name and record. */
    public static Operation operation(String service, String name, Class<?> command) {
        boolean hasPreview = hasPreview(command);
        Class<? extends Record> body = command.asSubclass(Record.class);
        return Operation.post("/" + service + "/commands/" + name)
                .called("commands", name)
                .about(command)
                .with(CommandRequest.parameters(hasPreview))
                .taking(Content.json(body))
                .refusing(403, 404, 409, 415, 422)
                .answering(
                        hasPreview
                                ? Content.json(CommandResult.class, Preview.class)
                                : Content.json(CommandResult.class));
    }

    /** Whether it may be asked beforehand what would come of it. */
    private static boolean hasPreview(Class<?> command) {
        Undisclosed hidden = command.getAnnotation(Undisclosed.class);
        return hidden == null || !hidden.outcome();
    }

    List<Resource> resources() {
        Shapes shapes = CommandBody.shapes();
        String service = runtime.service().name();
        List<Resource> all = new ArrayList<>();
        runtime.names()
                .commands()
                .forEach(
                        (name, type) -> {
                            CommandBody body = new CommandBody(type, shapes);
                            all.add(
                                    new Resource(
                                            operation(service, name, type),
                                            request ->
                                                    CommandsUnderWay.with(
                                                            () -> answer(request, body))));
                        });
        return all;
    }

    private ServerResponse answer(ServerRequest request, CommandBody body) {
        HttpServletRequest servlet = request.servletRequest();
        MediaTypes.sendsJson(servlet);
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
        runtime.parts().forEach(part -> part.admit(envelope));
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
