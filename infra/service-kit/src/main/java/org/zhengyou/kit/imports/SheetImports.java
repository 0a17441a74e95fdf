package org.zhengyou.kit.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhengyou.kit.authority.Authority;
import org.zhengyou.kit.authority.EffectiveAuthority;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.http.Actors;
import org.zhengyou.kit.http.JsonAnswer;
import org.zhengyou.kit.http.ProblemException;
import org.zhengyou.kit.http.ProblemKind;
import org.zhengyou.kit.runtime.Part;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.kit.view.View;

/**
 * 导入. Takes spreadsheets: {@code POST /{service}/imports/{name}} starts an import, or with {@code
 * preview=true} says what it would do. An import that takes longer than two seconds goes on by
 * itself and is asked for at {@code GET /{service}/imports/{id}} by the person who started it. If
 * the process stops meanwhile, the same file is sent again: what is recorded stays as it is.
 */
public final class SheetImports implements Part {
    /** The largest file, in bytes. */
    public static final int LARGEST_FILE = 16 << 20;

    private static final int KEPT = 50;
    private static final long AT_ONCE_MILLIS = 2_000;

    private final ServiceRuntime runtime;
    private final Map<String, ImportRun> runs =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, ImportRun> eldest) {
                    return size() > KEPT;
                }
            };

    /** The imports of one service. */
    public SheetImports(ServiceRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public RouterFunction<ServerResponse> routes() {
        String root = "/" + runtime.service().name() + "/imports";
        return RouterFunctions.route()
                .POST(root + "/{name}", this::take)
                .GET(root + "/{id}", this::tell)
                .build();
    }

    private ServerResponse take(ServerRequest request) throws IOException, InterruptedException {
        SheetImport sheet = named(request.pathVariable("name"));
        Actor actor = Actors.current();
        if (actor.roles().contains(Actor.AUDITOR))
            throw ProblemException.of(
                    ProblemKind.NOT_PERMITTED, "an auditor reads everything and changes nothing");
        boolean preview = isPreview(request);
        List<SheetRow> rows = read(request, sheet);
        ImportRun run = new ImportRun(sheet, rows, preview, given(actor), runtime.commands());
        synchronized (runs) {
            runs.put(run.id(), run);
        }
        Thread.ofVirtual().name("import-" + run.id()).start(run::run);
        boolean finished = run.await(AT_ONCE_MILLIS);
        return JsonAnswer.ok(runtime.shownJson(), run.report())
                .with("Zhengyou-Finished", String.valueOf(finished));
    }

    private ServerResponse tell(ServerRequest request) {
        ImportRun run;
        synchronized (runs) {
            run = runs.get(request.pathVariable("id"));
        }
        if (run == null || !run.startedBy().equals(Actors.current().person()))
            throw ProblemException.of(
                    ProblemKind.NO_SUCH_RESOURCE,
                    "no such import of yours; the last " + KEPT + " are kept until a restart");
        return JsonAnswer.ok(runtime.shownJson(), run.report());
    }

    private SheetImport named(String name) {
        return runtime.service().imports().stream()
                .filter(sheet -> sheet.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                ProblemException.of(
                                        ProblemKind.NO_SUCH_RESOURCE, "no import is called so"));
    }

    private static boolean isPreview(ServerRequest request) {
        Optional<String> preview = request.param("preview");
        if (preview.isEmpty() || preview.get().equals("false")) return false;
        if (preview.get().equals("true")) return true;
        throw ProblemException.malformed("preview", "must be true or false");
    }

    private static List<SheetRow> read(ServerRequest request, SheetImport sheet)
            throws IOException {
        byte[] file;
        try (InputStream body = request.servletRequest().getInputStream()) {
            file = body.readNBytes(LARGEST_FILE + 1);
        }
        if (file.length > LARGEST_FILE)
            throw ProblemException.of(
                    ProblemKind.BODY_TOO_LARGE, "a file has at most " + LARGEST_FILE + " bytes");
        try {
            return SheetReader.read(file, sheet.headings());
        } catch (SheetReader.UnreadableSheet e) {
            throw ProblemException.malformed("file", String.valueOf(e.getMessage()));
        }
    }

    /** What a row may look up; whether its command is allowed is decided with the command. */
    private Given given(Actor actor) {
        Instant now = runtime.log().clock().instant();
        Authority authority = new EffectiveAuthority(actor, now, runtime.knowledge());
        return new Given() {
            @Override
            public Actor actor() {
                return actor;
            }

            @Override
            public Instant effectiveAt() {
                return now;
            }

            @Override
            public Authority authority() {
                return authority;
            }

            @Override
            public <R extends Record> R look(Class<? extends View<R>> view, String key) {
                return runtime.knowledge().look(view, key);
            }
        };
    }
}
