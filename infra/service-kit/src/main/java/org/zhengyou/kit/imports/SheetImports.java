package org.zhengyou.kit.imports;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhengyou.kit.authority.Authority;
import org.zhengyou.kit.authority.EffectiveAuthority;
import org.zhengyou.kit.authority.OfficeDirectory;
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
 *
 * <p>A few run at once, which take their turn when their files have arrived; the next is refused. A
 * person who never held an office, for whom every row would be refused, is refused before the file
 * is read.
 */
public final class SheetImports implements Part {
    /** The largest file, in bytes. */
    public static final int LARGEST_FILE = ImportRequest.LARGEST_FILE;

    /** How many imports run at once. */
    public static final int MOST_AT_ONCE = 2;

    private static final int KEPT = 50;
    private static final long AT_ONCE_MILLIS = 2_000;

    private final ServiceRuntime runtime;
    private final Uploads uploads = new Uploads();
    private final Semaphore turns = new Semaphore(MOST_AT_ONCE);
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
        requireMayImport(actor);
        boolean preview = ImportRequest.isPreview(request);
        ImportRun run;
        try (InputStream body = request.servletRequest().getInputStream()) {
            run = uploads.whole(body, file -> begin(file, sheet, preview, actor));
        }
        boolean finished = run.await(AT_ONCE_MILLIS);
        return JsonAnswer.ok(runtime.shownJson(), run.report())
                .with("Zhengyou-Finished", String.valueOf(finished));
    }

    /** Reads the file and decides its rows in the background. */
    private ImportRun begin(byte[] file, SheetImport sheet, boolean preview, Actor actor) {
        if (!turns.tryAcquire())
            throw ProblemException.of(
                    ProblemKind.TOO_MUCH_AT_ONCE,
                    MOST_AT_ONCE
                            + " imports are running here; nothing of this file was taken: send it"
                            + " again when one of them has finished");
        boolean begun = false;
        try {
            List<SheetRow> rows = ImportRequest.rows(file, sheet);
            var run = new ImportRun(sheet, rows.size(), preview, given(actor), runtime.commands());
            synchronized (runs) {
                runs.put(run.id(), run);
            }
            Thread.ofVirtual().name("import-" + run.id()).start(() -> inTurn(run, rows));
            begun = true;
            return run;
        } finally {
            if (!begun) turns.release();
        }
    }

    private void inTurn(ImportRun run, List<SheetRow> rows) {
        try {
            run.run(rows);
        } finally {
            turns.release();
        }
    }

    /**
     * No row of somebody who never held an office can be right, whatever its date. What an office
     * gives is judged row by row.
     */
    private void requireMayImport(Actor actor) {
        if (actor.roles().contains(Actor.AUDITOR))
            throw ProblemException.of(
                    ProblemKind.NOT_PERMITTED, "an auditor reads everything and changes nothing");
        var held = runtime.knowledge().look(OfficeDirectory.class, actor.person());
        if (held.appointments().isEmpty() && !actor.roles().contains(Actor.SETUP))
            throw refuse(
                    ACTOR_LACKS_AUTHORITY,
                    "S95",
                    "who imports holds an office over the organisations of the file; nothing of it"
                            + " was read");
    }

    private ServerResponse tell(ServerRequest request) {
        ImportRequest.requireNoParameters(request);
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
            public <R extends Record> R look(Class<? extends View<R, ?>> view, String key) {
                return runtime.knowledge().look(view, key);
            }
        };
    }
}
