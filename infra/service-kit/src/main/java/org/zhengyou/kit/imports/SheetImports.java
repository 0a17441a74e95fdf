package org.zhengyou.kit.imports;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhengyou.kit.Service;
import org.zhengyou.kit.authority.Authority;
import org.zhengyou.kit.authority.EffectiveAuthority;
import org.zhengyou.kit.authority.OfficeDirectory;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.http.Actors;
import org.zhengyou.kit.http.Content;
import org.zhengyou.kit.http.JsonAnswer;
import org.zhengyou.kit.http.Operation;
import org.zhengyou.kit.http.Parameter;
import org.zhengyou.kit.http.ProblemException;
import org.zhengyou.kit.http.ProblemKind;
import org.zhengyou.kit.http.Resource;
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

    private static final String ID = "id";
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

    /** What is promised of everything that it answers for this service. */
    public static List<Operation> operations(Service service) {
        List<Operation> all = new ArrayList<>();
        for (SheetImport sheet : service.imports()) all.add(taking(service.name(), sheet));
        all.add(telling(service.name()));
        return all;
    }

    private static Operation taking(String service, SheetImport sheet) {
        return Operation.post("/" + service + "/imports/" + sheet.name())
                .called("imports", "import " + sheet.name())
                .about(sheet.getClass())
                .saying(
                        "XLSX, or CSV in UTF-8 or GB18030. Headings: "
                                + String.join("、", sheet.headings())
                                + ". Valid rows are imported, each other row is listed with its"
                                + " reason; the same file again changes nothing.")
                .with(
                        List.of(
                                Parameter.truth(
                                        ImportRequest.PREVIEW,
                                        "true: decide and report, record nothing.")))
                .taking(new Content.Plain(MediaType.APPLICATION_OCTET_STREAM_VALUE))
                .refusing(403, 429)
                .answering(Content.json(ImportRun.Report.class));
    }

    private static Operation telling(String service) {
        return Operation.get("/" + service + "/imports/{" + ID + "}")
                .called("imports", "how far an import has come")
                .saying("For the person who started it; the last " + KEPT + " are kept.")
                .with(
                        List.of(
                                Parameter.path(ID, "As the answer to the file said it.")
                                        .formed(Identifier.FORM)))
                .refusing(404)
                .answering(Content.json(ImportRun.Report.class));
    }

    @Override
    public List<Resource> resources() {
        String service = runtime.service().name();
        List<Resource> all = new ArrayList<>();
        for (SheetImport sheet : runtime.service().imports())
            all.add(new Resource(taking(service, sheet), request -> take(request, sheet)));
        all.add(new Resource(telling(service), this::tell));
        return all;
    }

    private ServerResponse take(ServerRequest request, SheetImport sheet)
            throws IOException, InterruptedException {
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
        ImportRun run;
        synchronized (runs) {
            run = runs.get(request.pathVariable(ID));
        }
        if (run == null || !run.startedBy().equals(Actors.current().person()))
            throw ProblemException.of(
                    ProblemKind.NO_SUCH_RESOURCE,
                    "no such import of yours; the last " + KEPT + " are kept until a restart");
        return JsonAnswer.ok(runtime.shownJson(), run.report());
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
